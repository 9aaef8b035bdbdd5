import type { bulkEn } from './bulk.en.ts'

/** Deutsche Sätze für das, was mit vielen Tickets auf einmal geschieht. */
export const bulkDe: typeof bulkEn = {
  bulk: {
    label: 'Ausgewählte Tickets',
    choose: 'Mehrere auswählen',
    pick: (name, number) => `${name} auswählen, Ticket ${number}`,
    selected: (n) => `${n} ausgewählt`,
    counting: 'Wird gezählt …',
    none: 'Nichts auswählen',
    pickLoaded: 'Alle geladenen auswählen',
    pickAll: 'Alle passenden auswählen, auch weiter unten',
    tooMany: (most) => `Einzeln höchstens ${most}. Wählen Sie stattdessen alle passenden aus.`,
    read: 'Als gelesen markieren',
    ask: {
      close: (n) => (n === 1 ? '1 Ticket schließen?' : `${n} Tickets schließen?`),
      reopen: (n) => (n === 1 ? '1 Ticket wieder öffnen?' : `${n} Tickets wieder öffnen?`),
      snooze: (n) => (n === 1 ? '1 Ticket zurückstellen?' : `${n} Tickets zurückstellen?`),
      wake: (n) => (n === 1 ? '1 Ticket wecken?' : `${n} Tickets wecken?`),
      assign: (n) => (n === 1 ? '1 Ticket zuweisen?' : `${n} Tickets zuweisen?`),
      tag: (n) => (n === 1 ? 'Tags von 1 Ticket ändern?' : `Tags von ${n} Tickets ändern?`),
      priority: (n) => (n === 1 ? 'Priorität von 1 Ticket ändern?' : `Priorität von ${n} Tickets ändern?`),
      spam: (n) => (n === 1 ? 'Ändern, ob 1 Ticket Spam ist?' : `Ändern, ob ${n} Tickets Spam sind?`),
      read: (n) => (n === 1 ? '1 Ticket als gelesen markieren?' : `${n} Tickets als gelesen markieren?`),
      unread: (n) => (n === 1 ? '1 Ticket als ungelesen markieren?' : `${n} Tickets als ungelesen markieren?`),
    },
    chats: (n, chats) =>
      n === 1
        ? 'Es ist ein Web-Chat, der sich nicht wieder öffnen lässt.'
        : chats === 1
          ? `${n} Tickets, davon 1 Web-Chat, der sich nicht wieder öffnen lässt.`
          : `${n} Tickets, davon ${chats} Web-Chats, die sich nicht wieder öffnen lassen.`,
    wayBack: 'Genau diese sind betroffen, was auch inzwischen kommt. Danach können Sie es zurücknehmen.',
    under: (done, total) => `${done} von ${total} erledigt …`,
    undoing: (done, total) => `${done} von ${total} zurückgenommen …`,
    did: {
      close: (n) => `${n} geschlossen.`,
      reopen: (n) => `${n} wieder geöffnet.`,
      snooze: (n) => `${n} zurückgestellt.`,
      wake: (n) => `${n} geweckt.`,
      assign: (n) => `${n} zugewiesen.`,
      tag: (n) => `${n} mit anderen Tags.`,
      priority: (n) => `${n} mit anderer Priorität.`,
      spam: (n) => (n === 1 ? 'Spam bei 1 Ticket geändert.' : `Spam bei ${n} Tickets geändert.`),
      read: (n) => `${n} als gelesen markiert.`,
      unread: (n) => `${n} als ungelesen markiert.`,
    },
    already: (n) => (n === 1 ? '1 war schon so.' : `${n} waren schon so.`),
    skipped: (n, why) => `${n} ausgelassen: ${why}`,
    undone: (n) => (n === 1 ? '1 ist wie zuvor.' : `${n} sind wie zuvor.`),
    undoneKept: (n, kept) => `${n} wie zuvor; ${kept} bleiben: seither geändert oder ohne Weg zurück.`,
  },
}
