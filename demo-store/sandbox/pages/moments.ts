const minutes = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
const seconds = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' })

/** The time of day on this machine's clock; all that happens here happened today. */
export const clockTime = (at: number): string => minutes.format(at)
export const exactTime = (at: number): string => seconds.format(at)
