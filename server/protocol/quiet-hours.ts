import type { QuietHours } from './composer-rules.ts'

export type { QuietHours } from './composer-rules.ts'

/** The recipient's time, as in `06:45`. */
export type QuietHoursWarning = { time: string }

/**
 * the warning to show before sending, or null. Eight and eight sharp are day. `zone` is the recipient's, null when
 * nobody knows it; who wrote within the last 15 minutes, those included, is awake. One rule for the desk and for the
 * composer, which asks it again as time goes by.
 */
export function quietAt(
  rule: QuietHours | null,
  zone: string | null,
  lastWroteAt: number | null,
  now: number,
): QuietHoursWarning | null {
  if (rule === null || zone === null) return null
  if (lastWroteAt !== null && now - lastWroteAt <= rule.unlessWroteWithin) return null
  const time = clockOf(zone, now)
  if (time === null) return null
  // Both are written hours first, so they compare as text.
  const night = time < rule.before || time > `${rule.after}:00.000`
  return night ? { time: time.slice(0, 5) } : null
}

/** The clock there, as in `06:45:00.000`; null for a zone that does not exist. Bare offsets are none. */
function clockOf(zone: string, at: number): string | null {
  if (!/^[A-Za-z]/.test(zone)) return null
  try {
    const parts = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      fractionalSecondDigits: 3,
    }).formatToParts(at)
    const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? ''
    return `${part('hour')}:${part('minute')}:${part('second')}.${part('fractionalSecond')}`
  } catch {
    return null
  }
}
