import { type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { FromCustomer, ToCustomer } from '../../server/protocol/customer-events.ts'
import type { ErrorCode, Refused } from '../../server/protocol/errors.ts'
import type { Link } from '../thread/link.ts'
import type { Uploaded } from './later/upload.ts'

/** What a shopper's page asks of the desk beside the thread: files, an address, how it was. */
export type Asks = {
  /** How much of a message's files has left, 0 to 1. */
  readonly uploading: ReadonlySignal<{ id: string; part: number } | null>
  /** Where the files of a message lie for a while, by their ids; null: the desk did not say. */
  links: (message: string) => Promise<ReadonlyMap<string, string> | null>
  /** the address the shopper left, null for none; undefined where nobody asks for one. */
  readonly left: Signal<string | null | undefined>
  /** Answers why not; null: it was kept. */
  leaveAddress: (email: string) => Promise<ErrorCode | null>
  /** D-10: it has ended: is this page to ask how it was? */
  mayRate: () => Promise<boolean>
  /** Answers whether the desk has it. */
  rate: (score: number, comment: string) => Promise<boolean>
}

type Parts = {
  link: Link<FromCustomer, ToCustomer>
  /** Where the desk is; ends with a slash. */
  base: string
  token: () => Promise<string | null>
  /** Tickets that this page has held, with what proves it (W-6); the newest last. */
  holds: ReadonlyMap<string, string>
  /** The conversation at the end of the screen. */
  current: () => { ticket: string; hold: string }
}

export function createAsks({ link, base, token, holds, current }: Parts): Asks & {
  /** One try to send a message with files; whatever breaks on the way is tried again. */
  sendFiles: (id: string, text: string) => Promise<Uploaded | Refused>
} {
  const uploading = signal<{ id: string; part: number } | null>(null)
  const left = signal<string | null | undefined>(undefined)
  return {
    uploading,
    left,
    async sendFiles(id, text) {
      try {
        const [{ upload }, fresh] = await Promise.all([import('./later/upload.ts'), token()])
        if (fresh === null) return { ok: false, code: 'signed_out', retry: false }
        return await upload({ base, token: fresh, id, text, progress: (part) => (uploading.value = { id, part }) })
      } catch {
        return { ok: false, code: 'unavailable', retry: true }
      } finally {
        uploading.value = null
      }
    },
    async links(message) {
      for (const [ticket, hold] of [...holds].reverse()) {
        const answer = await link.ask('file.links', { ticket, message, hold })
        if (answer.ok && answer.links.length) {
          return new Map(answer.links.map(({ file, path }) => [file, new URL(path, base).href]))
        }
      }
      return null
    },
    async leaveAddress(email) {
      const answer = await link.ask('address.leave', { email })
      if (answer.ok) left.value = answer.email
      return answer.ok ? null : answer.code
    },
    async mayRate() {
      const answer = await link.ask('satisfaction.ask', current())
      return answer.ok && answer.ask
    },
    rate: async (score, comment) => (await link.ask('satisfaction.give', { ...current(), score, comment })).ok,
  }
}
