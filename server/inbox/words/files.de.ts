import type { filesEn } from './files.en.ts'

/** Deutsch: was mit Nachrichten kommt. */
export const filesDe: typeof filesEn = {
  files: {
    kind: {
      picture: 'Bild',
      video: 'Video',
      audio: 'Audio',
      file: 'Datei',
      story_reply: 'Antwort auf Ihre Story',
      story_mention: 'Erwähnung in einer Story',
    },
    story: { reply: 'Hat auf Ihre Story geantwortet', mention: 'Hat Sie in einer Story erwähnt' },
    coming: {
      picture: 'Das Bild ist unterwegs',
      video: 'Das Video ist unterwegs',
      audio: 'Unterwegs',
      file: 'Unterwegs',
    },
    lost: {
      gone: 'Nicht mehr da: Der Anbieter hat die Datei nicht mehr.',
      too_large: 'Nicht geholt: größer als 25 MB.',
      not_allowed: 'Nicht geholt: Der Anbieter hat die Datei nicht herausgegeben.',
      unreachable: 'Nicht geholt: Der Anbieter war nicht zu erreichen.',
    },
    enlarge: (name) => `Bild vergrößern: ${name}`,
    save: 'Datei sichern',
    attach: 'Dateien anhängen',
    remove: (name) => `${name} entfernen`,
    sending: 'Wird gesendet …',
    problem: (name, why) => `${name}: ${why}`,
  },
}
