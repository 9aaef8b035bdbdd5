import { z } from 'zod'
import { limits } from '../../protocol/limits.ts'
import { storable } from '../../protocol/text.ts'
import type { Parsed } from '../channel.ts'

/** An item of a batch that is no use to us, and what it is. */
export const nothing = (why: string): Parsed => ({ events: [], ignored: [why] })

const isStorable = (value: string) => storable(value) === value
/** A provider's id: never empty, never long, and nothing that no store can hold. */
export const id = z.string().min(1).max(512).refine(isStorable)
/** An id that Meta leaves out or empties where it may not be told. */
export const idOrNone = z.string().max(512).refine(isStorable).optional().catch(undefined)
/** Words of a person or of Meta, as far as they can be kept. */
export const words = z.string().transform(storable).optional().catch(undefined)

/** A moment as Meta writes it: seconds or milliseconds, number or digits. Undefined where there is none. */
export const moment = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number),
  ])
  .transform((value) => (value < 1e11 ? value * 1000 : value))
  .refine((value) => Number.isSafeInteger(value) && value > 0 && value <= limits.moment)
  .optional()
  .catch(undefined)

/** A name of Meta's made fit for a log line. */
export const logWord = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9_]/g, '')
    .slice(0, 40) || 'unnamed'

/** Lines that say something, below each other. */
export const lines = (...parts: (string | undefined)[]) => parts.filter((part) => part?.trim()).join('\n')
