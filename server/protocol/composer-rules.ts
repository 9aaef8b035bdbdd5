import { z } from 'zod'
import { channelNames } from './channel.ts'
import { fileRoom } from './file-room.ts'
import { quietHours } from './quiet-hours.ts'
import { textRoom } from './text-room.ts'

/** What a composer has to know of each channel while somebody types. */
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
