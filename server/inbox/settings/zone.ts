/** The zone, if this browser knows it, else the other one. */
export function zoneOr(zone: string, other: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return zone
  } catch {
    return other
  }
}
