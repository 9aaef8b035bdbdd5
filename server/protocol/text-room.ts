import type { TextRoom } from './composer-rules.ts'
import { type Segments, segmentsOf } from './segments.ts'
import { points } from './text.ts'

export type { SegmentRoom, TextRoom } from './composer-rules.ts'

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
