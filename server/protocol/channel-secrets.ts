import { z } from 'zod'

/** The credentials of the channels. They are stored sealed and never shown again (DESIGN 9, SAFETY). */
export const secretNames = [
  'twilioAuthToken',
  'metaAppSecret',
  'metaVerifyToken',
  'whatsappToken',
  'instagramToken',
  'messengerToken',
] as const
export type SecretName = (typeof secretNames)[number]

/** What is to be changed: a new value, or null to forget one; those left out stay. */
export const secretChanges = z.partialRecord(z.enum(secretNames), z.string().trim().min(1).max(2_000).nullable())
export type SecretChanges = z.infer<typeof secretChanges>
