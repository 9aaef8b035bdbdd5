/** What comes with messages: pictures, films, sounds, files, stories. */
export const filesEn = {
  files: {
    /** A row of the list whose message has no words. */
    kind: {
      picture: 'Picture',
      video: 'Video',
      audio: 'Audio',
      file: 'File',
      story_reply: 'Reply to your story',
      story_mention: 'Mention in a story',
    },
    story: { reply: 'Replied to your story', mention: 'Mentioned you in a story' },
    coming: {
      picture: 'The picture is on its way',
      video: 'The video is on its way',
      audio: 'On its way',
      file: 'On its way',
    },
    lost: {
      gone: 'No longer there: the provider does not have it any more.',
      too_large: 'Not fetched: larger than 25 MB.',
      not_allowed: 'Not fetched: the provider did not hand it over.',
      unreachable: 'Not fetched: the provider could not be reached.',
    },
    enlarge: (name: string) => `Enlarge picture: ${name}`,
    save: 'Save file',
    attach: 'Attach files',
    remove: (name: string) => `Remove ${name}`,
    sending: 'Sending …',
    problem: (name: string, why: string) => `${name}: ${why}`,
  },
}
