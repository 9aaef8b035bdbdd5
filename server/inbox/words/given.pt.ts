import type { givenEn } from './given.en.ts'

export const givenPt: typeof givenEn = {
  given: {
    round: (to, away) =>
      away ? `Atribuído a ${to} por rodízio, porque ${away} está ausente` : `Atribuído a ${to} por rodízio`,
    rule: (to, rule, away) => `Atribuído a ${to} pela regra “${rule}”${away ? `, porque ${away} está ausente` : ''}`,
    team: (team, rule) => `Atribuído à equipe ${team} pela regra “${rule}”`,
    high: (rule) => `Prioridade alta pela regra “${rule}”`,
    normal: (rule) => `Prioridade normal pela regra “${rule}”`,
  },
}
