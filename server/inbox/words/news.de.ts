import type { newsEn } from './news.en.ts'

export const newsDe: typeof newsEn = {
  news: {
    title: {
      message: (customer) => `${customer} hat geschrieben`,
      unassigned: (customer) => `${customer} hat geschrieben, noch hat es niemand`,
      snooze: (customer) => `${customer} ist wieder da: Die Pause ist vorbei`,
      mention: (colleague) => `${colleague} hat Sie erwähnt`,
    },
    example: 'So sieht es aus',
    exampleText: 'Ein Klick darauf öffnet das Ticket.',
  },
  preferences: {
    title: 'Ihre Einstellungen',
    lead: 'Nur für Sie, an jedem Computer, an dem Sie sich anmelden. Änderungen gelten sofort.',
    notices: 'Benachrichtigungen',
    messages: 'Neue Nachrichten',
    messagesOf: {
      none: 'Keine',
      mine: 'Meiner Tickets',
      mine_and_unassigned: 'Meiner Tickets und der Tickets, die niemand hat',
    },
    mentions: 'Notizen, die mich erwähnen',
    mentionsHelp: 'Wessen Ticket es auch ist.',
    never: 'Nie für ein Ticket, das Sie vor sich haben, für Spam oder für blockierte Kunden.',
    browser: 'Benachrichtigungen des Browsers',
    browserHelp: 'Auch während Sie in einem anderen Programm arbeiten. Nur solange diese Seite offen ist.',
    notAsked: 'Dieser Browser wurde noch nicht gefragt.',
    allow: 'Hier erlauben',
    blocked: 'Dieser Browser blockiert sie für diese Seite. Erlauben Sie sie neben der Adresse, dann gehen sie sofort.',
    missing: 'Dieser Browser kann hier keine zeigen: Er hat keine, oder die Seite hat kein https.',
    granted: 'Dieser Browser erlaubt sie.',
    tryIt: 'Eine zeigen',
    sound: 'Ton',
    soundHelp: 'Zwei kurze Töne, nur in einem Tab.',
    listen: 'Anhören',
    keyboard: 'Tastatur',
    singleKeys: 'Einzelne Tasten',
    singleKeysHelp: 'Wie j, k, r, e. Aus: Außerhalb von Feldern tun nur Enter, Esc und Strg K etwas.',
    allKeys: 'Alle Tasten zeigen',
  },
}
