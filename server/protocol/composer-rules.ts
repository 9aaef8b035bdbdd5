import { z } from 'zod'
import { channelNames } from './channel.ts'

const room = z.object({ alone: z.int(), joined: z.int() })
/** Septets of GSM-7 or UTF-16 units that fit a message alone, and into each segment of a longer one. */
const segmentRoom = z.object({ gsm7: room, ucs2: room })
export type SegmentRoom = z.infer<typeof segmentRoom>

/** The longest text of one message, and what it is counted in. `units` are UTF-16 code units. */
const textRoom = z.object({
  most: z.int(),
  counted: z.enum(['points', 'units', 'bytes']),
  segments: segmentRoom.nullable(),
})
export type TextRoom = z.infer<typeof textRoom>

const fileRoom = z.object({
  /** Files in one message. */
  most: z.int(),
  /** May text stand in the same message? */
  withText: z.boolean(),
  /** All files of one message, in bytes. */
  bytes: z.int(),
  /** What kinds there may be (`''` is any, `image/` any picture), the first that fits rules; each in bytes. */
  kinds: z.array(z.object({ types: z.array(z.string()), bytes: z.int() })),
})
export type FileRoom = z.infer<typeof fileRoom>

/** Wall times of the recipient, as in `20:00`; nothing is warned of within `unlessWroteWithin` milliseconds. */
const quietHours = z.object({ after: z.string(), before: z.string(), unlessWroteWithin: z.int() })
export type QuietHours = z.infer<typeof quietHours>

/**
 * What a composer has to know of each channel while somebody types. What is reckoned by it stands in files
 * of its own (text-room.ts, file-room.ts, quiet-hours.ts): the page's first script carries those, and no schema.
 */
export const composerRules = z.array(
  z.object({
    channel: z.enum(channelNames),
    text: textRoom,
    /** Null: an answer there carries none. */
    files: fileRoom.nullable(),
    quietHours: quietHours.nullable(),
  }),
)
export type ComposerRules = z.infer<typeof composerRules>
