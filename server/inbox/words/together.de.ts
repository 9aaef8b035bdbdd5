import type { togetherEn } from './together.en.ts'

export const togetherDe: typeof togetherEn = {
  together: {
    here: 'Kolleginnen und Kollegen an diesem Ticket',
    viewing: (name) => `${name} sieht sich das an`,
    reply: (name) => `${name} schreibt eine Antwort`,
    note: (name) => `${name} schreibt eine Notiz`,
    online: 'online',
    away: 'abwesend',
    offline: 'offline',
    available: 'Online',
    availableText: 'Das Team sieht, dass Sie da sind.',
    awayText: 'Das Team sieht, dass Sie abwesend sind.',
    setAway: 'Abwesend',
    isAway: (name) => `${name}, abwesend`,
  },
}
