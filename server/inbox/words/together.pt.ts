import type { togetherEn } from './together.en.ts'

export const togetherPt: typeof togetherEn = {
  together: {
    here: 'Colegas neste ticket',
    viewing: (name) => `${name} está vendo isto`,
    reply: (name) => `${name} está escrevendo uma resposta`,
    note: (name) => `${name} está escrevendo uma nota`,
    online: 'online',
    away: 'ausente',
    offline: 'offline',
    available: 'Online',
    availableText: 'Você recebe novos tickets.',
    awayText: 'Você não recebe novos tickets.',
    setAway: 'Ausente',
    isAway: (name) => `${name}, ausente`,
  },
}
