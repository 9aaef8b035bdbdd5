const parts = (hex: string): [number, number, number] => {
  const value = Number.parseInt(hex.slice(1), 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
}

/** A colour on the way from one #rrggbb to another; share 0 is the first, 1 the second. */
export const mix = (from: string, to: string, share: number): string => {
  const a = parts(from)
  const b = parts(to)
  const channel = (at: 0 | 1 | 2): string =>
    Math.round(a[at] + (b[at] - a[at]) * share)
      .toString(16)
      .padStart(2, '0')
  return `#${channel(0)}${channel(1)}${channel(2)}`
}

/** The light in the room is a little yellow, the shade a little violet. */
export const lighter = (hex: string, share: number): string => mix(hex, '#fff8ea', share)
export const darker = (hex: string, share: number): string => mix(hex, '#231a20', share)
