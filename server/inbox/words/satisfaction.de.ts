import type { satisfactionEn } from './satisfaction.en.ts'

export const satisfactionDe: typeof satisfactionEn = {
  satisfaction: {
    score: [
      'sehr schlecht (1 von 5)',
      'schlecht (2 von 5)',
      'geht so (3 von 5)',
      'gut (4 von 5)',
      'sehr gut (5 von 5)',
    ],
    rated: (customer, score) => `${customer} bewertet dieses Gespräch: ${score}`,
    saying: (line, comment) => `${line}, „${comment}“`,
    title: 'Nach dem Ende',
    ask: 'Fragen, wie es war',
    askHelp:
      'Ist ein Chat oder ein E-Mail-Ticket zu Ende, in dem jemand aus dem Team geantwortet hat, wird gefragt: fünf Gesichter und Platz für ein paar Worte. Wer gerade im Shop ist, im Fenster des Chats; sonst und bei E-Mail-Tickets mit einer Mail einige Minuten später. Jede Person höchstens einmal in 30 Tagen.',
  },
}
