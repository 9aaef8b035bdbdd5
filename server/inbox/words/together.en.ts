/** The words of working together: who is where, and who is there at all. */
export const togetherEn = {
  together: {
    here: 'Colleagues at this ticket',
    viewing: (name: string) => `${name} is looking at this`,
    reply: (name: string) => `${name} is writing a reply`,
    note: (name: string) => `${name} is writing a note`,
    online: 'online',
    away: 'away',
    offline: 'offline',
    available: 'Online',
    availableText: 'Your colleagues see that you are there.',
    awayText: 'Your colleagues see that you are away.',
    setAway: 'Away',
    isAway: (name: string) => `${name}, away`,
  },
}
