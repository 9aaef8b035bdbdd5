import type { mailEn } from './mail.en.ts'

/** Deutsch: E-Mails im Verlauf. */
export const mailDe: typeof mailEn = {
  mail: {
    unfold: 'Zitierten Text zeigen',
    fold: 'Zitierten Text einklappen',
    show: 'Original zeigen',
    original: 'E-Mail ohne Betreff',
    page: 'Die E-Mail',
    empty: 'Diese E-Mail hat keinen Text.',
    from: 'Von',
    to: 'An',
    cc: 'Kopie',
    at: 'Datum',
    held: (n) => (n === 1 ? '1 Bild von anderswo fehlt hier.' : `${n} Bilder von anderswo fehlen hier.`),
    heldWhy: 'Beim Laden erfährt der Absender, dass und wo Sie die E-Mail lesen.',
    load: 'Bilder laden',
  },
}
