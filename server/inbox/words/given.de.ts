import type { givenEn } from './given.en.ts'

export const givenDe: typeof givenEn = {
  given: {
    round: (to, away) => (away ? `Reihum an ${to} gegeben, weil ${away} abwesend ist` : `Reihum an ${to} gegeben`),
    rule: (to, rule, away) => `Von der Regel „${rule}“ an ${to} gegeben${away ? `, weil ${away} abwesend ist` : ''}`,
    team: (team, rule) => `Von der Regel „${rule}“ an das Team ${team} gegeben`,
    high: (rule) => `Von der Regel „${rule}“ auf hohe Priorität gesetzt`,
    normal: (rule) => `Von der Regel „${rule}“ auf normale Priorität gesetzt`,
  },
}
