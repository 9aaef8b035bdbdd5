const zone = 'Europe/Dublin'
const dayForm = new Intl.DateTimeFormat('en-IE', { timeZone: zone, day: 'numeric', month: 'long', year: 'numeric' })
const shortForm = new Intl.DateTimeFormat('en-IE', { timeZone: zone, weekday: 'short', day: 'numeric', month: 'short' })

export const hour = 3_600_000
export const day = 24 * hour

/** "3 November 2026", in the shop's own zone. */
export const longDay = (at: number): string => dayForm.format(at)

/** "Tue 3 Nov", in the shop's own zone. */
export const shortDay = (at: number): string => shortForm.format(at).replace(',', '')

/** For the datetime attribute of a time element. */
export const isoDay = (at: number): string => new Date(at).toISOString().slice(0, 10)
