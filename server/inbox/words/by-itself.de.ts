import type { byItselfEn } from './by-itself.en.ts'

export const byItselfDe: typeof byItselfEn = {
  byItself: {
    minutes: (n) => (n === 1 ? '1 Minute' : `${n} Minuten`),
    hours: (n) => (n === 1 ? '1 Stunde' : `${n} Stunden`),
    days: (n) => (n === 1 ? '1 Tag' : `${n} Tage`),
    close: 'Von selbst schließen',
    closeText:
      'Schließt Tickets, in denen Sie das letzte Wort hatten und nichts mehr kam. Nie ein zurückgestelltes, und keines, das auf Sie wartet.',
    closeOn: 'Stille Tickets schließen',
    closeOnHelp: 'Aus: Nur Sie und Ihre Kunden schließen Tickets.',
    after: 'Schließen nach Stille von',
    before: 'So lange vorher warnen',
    warning: 'Warnung',
    warningHelp:
      '{{organization}} ist der Name Ihres Shops, {{email}} die Adresse für Hilfe. Sie geht nur dorthin, wo Sie selbst schreiben dürften. Leer: keine Warnung.',
    old: (period) => `Was beim Einschalten schon so lange still ist, schließt ${period} später, ohne Warnung.`,
    oldNow: (n, more, period) =>
      n === 1 && !more
        ? `1 Ticket ist schon so lange still. Es schließt ${period} nach dem Speichern, ohne Warnung.`
        : `${more ? 'Mehr als ' : ''}${n} Tickets sind schon so lange still. Sie schließen ${period} nach dem Speichern, ohne Warnung.`,
    gets: (before) => `${before} vor dem Schließen bekommt ein Kunde:`,
    getsNothing: 'Ein Kunde bekommt keine Warnung.',
    followUp: 'Nachfass-Mail',
    followUpText:
      'Wer den Shop verlassen hat und Ihre Antwort binnen 3 Minuten nicht sieht, bekommt eine Mail damit, einmal je Gespräch. Die Antwort darauf kommt in den Chat zurück.',
    from: 'Absenderadresse',
    fromHelp: (address) =>
      `Eine Adresse Ihrer eigenen Domain. Leer: ${address === '' ? 'die erste Support-Adresse, sobald es eine gibt' : address}.`,
    needsMail: 'Noch kann keine Mail hinaus: Richten Sie zuerst E-Mail ein.',
    acknowledge: 'Eingangsbestätigung',
    acknowledgeText:
      'Sagt jedem, der eine neue Mail schreibt, dass sie angekommen ist, höchstens einmal am Tag je Absender. Nie an Maschinen, Listen und Rückläufer.',
    acknowledgeOn: 'Neue Mails bestätigen',
    acknowledgeOnHelp: 'Aus: Kunden hören von Ihnen, wenn jemand antwortet.',
    subject: 'Betreff',
    subjectHelp: (shop) => `Leer: ${shop}. Was der Kunde schrieb, wird nie wiederholt.`,
    text: 'Text',
    textHelp: '{{organization}} ist der Name Ihres Shops, {{email}} die Adresse für Hilfe.',
    nowGets: 'Wer jetzt eine neue Mail schreibt, bekommt:',
    nowNothing: 'Wer jetzt schreibt, bekommt keine Bestätigung.',
  },
}
