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
    availableText: 'A equipe vê que você está aqui.',
    awayText: 'A equipe vê que você está ausente.',
    setAway: 'Ausente',
    isAway: (name) => `${name}, ausente`,
  },
}
