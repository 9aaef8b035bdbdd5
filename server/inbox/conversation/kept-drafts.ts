import type { Draft } from '../../protocol/draft.ts'
import { type DraftKind, draftKinds } from '../../protocol/draft-kinds.ts'
import type { Kept } from '../storage.ts'

/** A draft as this browser keeps it; `saved`: the desk has the very same. */
export type Written = Pick<Draft, 'text' | 'knew' | 'actions' | 'at'> & { saved: boolean }

const prefix = 'hub.draft.'

/** The safety net under the desk's drafts: every stroke is written down at once, one key a ticket and kind. */
export type KeptDrafts = {
  read(ticket: string, kind: DraftKind): Written | null
  write(ticket: string, kind: DraftKind, now: Written | null): void
  /** What the desk has not got yet. */
  unsaved(): { ticket: string; kind: DraftKind }[]
}

export function createKeptDrafts(storage: Kept, agent: string): KeptDrafts {
  const start = `${prefix}${agent}.`
  const key = (ticket: string, kind: DraftKind) => `${start}${kind}.${ticket}`
  const read = (ticket: string, kind: DraftKind) => parsed(storage.getItem(key(ticket, kind)))
  return {
    read,
    write(ticket, kind, now) {
      if (now === null) storage.removeItem(key(ticket, kind))
      else storage.setItem(key(ticket, kind), JSON.stringify(now))
    },
    unsaved: () =>
      storage.keys().flatMap((name) => {
        const [first, ticket] = name.startsWith(start) ? name.slice(start.length).split('.') : []
        const kind = draftKinds.find((one) => one === first)
        return kind && ticket && read(ticket, kind)?.saved === false ? [{ ticket, kind }] : []
      }),
  }
}

/** At sign-out: what the desk has is not left lying in the browser. Words that it has not are nobody else's: they stay. */
export function forgetSavedDrafts(storage: Kept): void {
  for (const key of storage.keys()) {
    if (key.startsWith(prefix) && parsed(storage.getItem(key))?.saved !== false) storage.removeItem(key)
  }
}

function parsed(stored: string | null): Written | null {
  try {
    const found: unknown = JSON.parse(stored ?? '')
    return isWritten(found) ? found : null
  } catch {
    return null
  }
}

/** Whatever else stands under our keys is not ours. */
function isWritten(found: unknown): found is Written {
  const given: Partial<Record<keyof Written, unknown>> = found instanceof Object ? found : {}
  const { text, knew, at, saved, actions } = given
  const counts = Number.isSafeInteger(knew) && Number.isSafeInteger(at)
  return typeof text === 'string' && typeof saved === 'boolean' && counts && Array.isArray(actions)
}
