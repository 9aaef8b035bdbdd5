import type { Kept } from '../storage.ts'

/** What was typed and not sent, by ticket, kept in this browser. */
export type Drafts = { read(ticket: string): string; write(ticket: string, text: string): void }

const prefix = 'hub.draft.'

/** One key a ticket, so that two tabs on different tickets never overwrite each other. */
export function createDrafts(storage: Kept, agent: string): Drafts {
  const key = (ticket: string) => `${prefix}${agent}.${ticket}`
  return {
    read: (ticket) => storage.getItem(key(ticket)) ?? '',
    write(ticket, text) {
      if (text.trim()) storage.setItem(key(ticket), text)
      else storage.removeItem(key(ticket))
    },
  }
}
