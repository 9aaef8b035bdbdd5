import type { satisfactionEn } from './satisfaction.en.ts'

export const satisfactionDe: typeof satisfactionEn = {
  satisfaction: {
    score: ['', 'sehr schlecht', 'schlecht', 'geht so', 'gut', 'sehr gut'],
    rated: (customer, score, n) => `${customer} bewertet dieses Gespräch: ${score} (${n} von 5)`,
    saying: (line, comment) => `${line}, „${comment}“`,
    title: 'Nach dem Ende',
    ask: 'Fragen, wie es war',
    askHelp:
      'Ist ein Chat zu Ende, in dem jemand aus dem Team geantwortet hat, fragt das Fenster: fünf Gesichter und Platz für ein paar Worte. Jede Person höchstens einmal in 30 Tagen.',
  },
}
