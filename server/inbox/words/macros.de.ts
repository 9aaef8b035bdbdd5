import type { macrosEn } from './macros.en.ts'

export const macrosDe: typeof macrosEn = {
  noCategory: 'Sonstiges',
  empty: 'Ohne Worte: Er tut nur, was unten gewählt ist.',
  after: 'Beim Senden:',
  without: (what) => `Ohne: ${what}`,
  enter: 'Enter fügt ein, Esc geht zurück',
  variable: {
    'customer.first_name': 'Vorname des Kunden',
    'customer.name': 'Name des Kunden',
    'agent.first_name': 'Ihr Vorname',
    'agent.name': 'Ihr Name',
    'ticket.number': 'Ticketnummer',
    'order.number': 'Bestellnummer',
    'shop.name': 'Name des Shops',
  },
  lacks: (what) => `Kein Wert bekannt: ${what}.`,
  value: (what) => `Wert: ${what}`,
  fill: 'Einsetzen',
  leaveOut: 'Weglassen',
  fillFirst: 'Noch nicht gesendet. Setzen Sie ein, was fehlt, oder lassen Sie es weg.',
  does: {
    tag: (name) => `setzt Tag ${name}`,
    assignMe: 'übernimmt das Ticket',
    assignNobody: 'legt es zu „Nicht zugewiesen“',
    assign: (name) => `weist ${name} zu`,
    gone: 'jemanden, der gegangen ist',
    high: 'setzt hohe Priorität',
    normal: 'setzt normale Priorität',
    close: 'schließt das Ticket',
    snooze: {
      later: 'stellt 3 Stunden zurück',
      tomorrow: 'stellt bis morgen 9:00 zurück',
      week: 'stellt eine Woche zurück',
    },
  },
}
