import { z } from 'zod'
import { type Segments, segmentsOf } from './segments.ts'
import { points } from './text.ts'

const room = z.object({ alone: z.int(), joined: z.int() })
/** Septets of GSM-7 or UTF-16 units that fit a message alone, and into each segment of a longer one. */
export const segmentRoom = z.object({ gsm7: room, ucs2: room })
export type SegmentRoom = z.infer<typeof segmentRoom>

/** The longest text of one message, and what it is counted in. `units` are UTF-16 code units. */
export const textRoom = z.object({
  most: z.int(),
  counted: z.enum(['points', 'units', 'bytes']),
  segments: segmentRoom.nullable(),
})
export type TextRoom = z.infer<typeof textRoom>

export type Measured = { length: number; most: number; segments: Segments | null }

/** How long a text is in a channel's own measure, and how it is cut: one count for the composer and for the desk. */
export function measureIn(room: TextRoom, text: string): Measured {
  const segments = room.segments === null ? null : segmentsOf(text, room.segments)
  return { length: lengthOf(text, room), most: room.most, segments }
}

function lengthOf(text: string, { counted }: TextRoom): number {
  switch (counted) {
    case 'points':
      return points(text)
    case 'units':
      return text.length
    case 'bytes':
      return new TextEncoder().encode(text).length
  }
}
