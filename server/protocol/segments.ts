import type { SegmentRoom } from './text-room.ts'
import { septetsOf } from './gsm-7.ts'

export type Segments = {
  encoding: 'gsm7' | 'ucs2'
  /** Parts that the carrier sends, and charges. */
  count: number
  /** Septets or UTF-16 units that still fit without another part. */
  left: number
  /** The first sign outside GSM-7, which more than halves the room; null: there is none. */
  oddSign: string | null
}

/** How carriers cut a text. A sign is never cut in two: neither an escaped letter nor a surrogate pair. */
export function segmentsOf(text: string, room: SegmentRoom): Segments {
  const signs = [...text]
  const oddSign = signs.find((sign) => septetsOf(sign) === null) ?? null
  const encoding = oddSign === null ? 'gsm7' : 'ucs2'
  const sizes = signs.map((sign) => (encoding === 'gsm7' ? (septetsOf(sign) ?? 1) : sign.length))
  const { alone, joined } = room[encoding]
  const whole = sizes.reduce((sum, size) => sum + size, 0)
  if (whole <= alone) return { encoding, count: 1, left: alone - whole, oddSign }
  let count = 1
  let used = 0
  for (const size of sizes) {
    if (used + size > joined) {
      count += 1
      used = 0
    }
    used += size
  }
  return { encoding, count, left: joined - used, oddSign }
}
