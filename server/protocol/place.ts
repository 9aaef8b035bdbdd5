import { z } from 'zod'

const knows = (what: () => unknown): boolean => {
  try {
    what()
    return true
  } catch {
    return false
  }
}

/** A language as BCP 47 writes it, such as `de` or `pt-BR`. */
export const languageTag = z
  .string()
  .max(35)
  .refine((tag) => knows(() => new Intl.Locale(tag)))

/** A time zone of the IANA database. */
export const timeZone = z
  .string()
  .max(64)
  .refine((zone) => knows(() => new Intl.DateTimeFormat('en', { timeZone: zone })))
