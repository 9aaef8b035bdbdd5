import { randomBytes, randomUUID } from 'node:crypto'

/** Ids in the shapes of their providers. */
export const newId = {
  sms: (): string => `SM${randomBytes(16).toString('hex')}`,
  mms: (): string => `MM${randomBytes(16).toString('hex')}`,
  twilioMedia: (): string => `ME${randomBytes(16).toString('hex')}`,
  whatsapp: (): string => `wamid.${randomBytes(30).toString('base64')}`,
  whatsappMedia: (): string => String(1_000_000_000_000_000n + BigInt(`0x${randomBytes(6).toString('hex')}`)),
  instagram: (): string => `aWd_${randomBytes(24).toString('base64url')}`,
  messenger: (): string => `m_${randomBytes(24).toString('base64url')}`,
  mail: (host: string): string => `${randomUUID()}@${host}`,
}
