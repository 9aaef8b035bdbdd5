/** The words of being told what is new (D-9), and of what everybody chooses for themselves. */
export const newsEn = {
  news: {
    /** The first line of a notification. */
    title: {
      message: (customer: string) => `${customer} has written`,
      unassigned: (customer: string) => `${customer} has written, nobody has it yet`,
      snooze: (customer: string) => `${customer} is back: the snooze is over`,
      mention: (colleague: string) => `${colleague} mentioned you`,
    },
    example: 'This is how it looks',
    exampleText: 'A click on it opens the ticket.',
  },
  preferences: {
    title: 'Your preferences',
    lead: 'Only for you, on every computer you sign in on. Changes hold at once.',
    notices: 'Notifications',
    messages: 'New messages',
    messagesOf: {
      none: 'None',
      mine: 'Of my tickets',
      mine_and_unassigned: 'Of my tickets and of tickets nobody has',
    },
    mentions: 'Notes that mention me',
    mentionsHelp: 'Whoever’s ticket it is.',
    never: 'Never for a ticket that is before you, for spam or for blocked customers.',
    browser: 'Notifications of the browser',
    browserHelp: 'Also while you work in another program. Only while this page is open.',
    notAsked: 'This browser has not been asked yet.',
    allow: 'Allow it here',
    blocked: 'This browser blocks them for this page. Allow them beside the address, then they work at once.',
    missing: 'This browser cannot show any here: it has none, or the page has no https.',
    granted: 'This browser allows them.',
    tryIt: 'Show one',
    sound: 'Sound',
    soundHelp: 'Two short notes, in one tab only.',
    listen: 'Listen',
    keyboard: 'Keyboard',
    singleKeys: 'Single keys',
    singleKeysHelp: 'Such as j, k, r, e. Off: only Enter, Esc and Ctrl K do something outside of fields.',
    allKeys: 'Show all keys',
  },
}
