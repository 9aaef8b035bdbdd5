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
  notify: {
    lead: 'Wer erfährt, was im Posteingang geschieht. Wovon sie im eigenen Browser hören wollen, wählen alle selbst unter „Ihre Einstellungen“.',
    channels: 'Bei Nachrichten über',
    noChannel: 'Kein Kanal ist angekreuzt: Niemand wird per E-Mail benachrichtigt.',
    title: 'Das Team per E-Mail benachrichtigen',
    help: 'Jede neue Nachricht geht auch an diese Adressen, je Ticket höchstens einmal in der Minute. Nicht bei Spam, Blockierten und automatischen E-Mails, und nicht, solange jemand das Ticket offen hat.',
    nobody: 'Niemand wird per E-Mail benachrichtigt.',
    address: (n) => `Benachrichtigte Adresse ${n}`,
    add: 'Adresse hinzufügen',
    remove: (address) => `${address || 'Diese Adresse'} nicht mehr benachrichtigen`,
  },
}
