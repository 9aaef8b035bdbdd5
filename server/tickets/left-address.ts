import { addressKey, mailboxKey } from './mail-address.ts'

const address = /^[^\s@<>(),;:"\\]{1,64}@[^\s@<>(),;:"\\]{1,190}\.[a-z0-9-]{2,63}$/i

/**
 * the mail address that a chat message is, whole, so that a shopper whose shop knows none can say where answers may
 * go; null for any other message. Within a sentence it may be anybody's. Nor can it be one of our `own`.
 */
export function leftAddress(text: string, own: readonly string[]): string | null {
  const written = text.length > 300 ? '' : text.trim().replace(/\.$/, '')
  if (!address.test(written)) return null
  const key = addressKey(written)
  return own.some((one) => mailboxKey(one) === mailboxKey(key)) ? null : key
}
