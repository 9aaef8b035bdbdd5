import { batch, computed, type ReadonlySignal, signal } from '@preact/signals'
import type { World } from '../../../widget/thread/world.ts'
import type { Draft as SavedDraft } from '../../protocol/draft.ts'
import { type DraftKind, draftKinds } from '../../protocol/draft-kinds.ts'
import type { MacroAction } from '../../protocol/macro.ts'
import { isBlank } from '../../protocol/text.ts'
import type { DeskLink } from '../desk-link.ts'
import type { Hold } from '../hold.ts'
import type { Kept } from '../storage.ts'
import { createKeptDrafts, type Written } from './kept-drafts.ts'

/** What is being written in a ticket: a reply, or a note. */
export type Draft = {
  text: ReadonlySignal<string>
  /** the last entry that was seen when the writing began. */
  knew: ReadonlySignal<number>
  /** what a macro in it does on sending. */
  actions: ReadonlySignal<readonly MacroAction[]>
  /** When it was written last: so it is known again once it was sent. */
  at: ReadonlySignal<number>
  /** `seen`: the last entry on the screen now. */
  write(text: string, seen: number): void
  act(actions: readonly MacroAction[]): void
  /** It was sent, or thrown away. */
  clear(): void
}

export type Drafts = {
  of(ticket: string, kind: DraftKind): Draft
  /** Asks the desk what was written in a ticket elsewhere. */
  load(ticket: string): Promise<void>
  heard(draft: SavedDraft): void
  /** Tickets with something unsent in them; the desk's word, kept by what is told. */
  tickets: ReadonlySignal<ReadonlySet<string>>
  opened(tickets: readonly string[]): void
  /** The connection is there: the desk gets what it has not got yet, of an earlier page too. */
  wake(): void
  /** Has the desk keep everything now. */
  flush(): Promise<void>
  close(): void
}

/** `hold`: keeps what is heard while the desk says which tickets have a draft. */
type Parts = { link: DeskLink; hold: Hold; storage: Kept; world: World; agent: string; now: () => number }

const pause = 700
const empty: Written = { text: '', knew: 0, actions: [], at: 0, saved: true }

/** Drafts on the desk, so that they are there on every device of their writer; the newest holds. */
export function createDrafts({ link, hold, storage, world, agent, now }: Parts): Drafts {
  const kept = createKeptDrafts(storage, agent)
  const open = new Map<string, ReturnType<typeof begin>>()
  const marked = signal<ReadonlySet<string>>(new Set())

  function mark(ticket: string) {
    const has = draftKinds.some((kind) => open.get(`${kind} ${ticket}`)?.isThere())
    if (has === marked.peek().has(ticket)) return
    const next = new Set(marked.peek())
    if (has) next.add(ticket)
    else next.delete(ticket)
    marked.value = next
  }

  function begin(ticket: string, kind: DraftKind) {
    const state = signal<Written>(kept.read(ticket, kind) ?? empty)
    let cancel = () => {}

    function put(next: Written) {
      state.value = next
      kept.write(ticket, kind, next.text === '' && next.saved ? null : next)
      hold.hear(() => mark(ticket))
    }
    /** A change by hand: kept here at once, on the desk a moment later. */
    function change(part: Partial<Written>) {
      // Two changes within one millisecond have an order too.
      put({ ...state.peek(), ...part, at: Math.max(now(), state.peek().at + 1), saved: false })
      cancel()
      cancel = world.after(pause, () => void save())
    }
    async function save(): Promise<void> {
      cancel()
      const { saved, ...draft } = state.peek()
      if (saved) return
      const answer = await link.ask('draft.save', { ticket, kind, ...draft, actions: [...draft.actions] })
      // Written on meanwhile, and so saved again; or refused for good, and so kept here only.
      const settled = answer.ok || !answer.retry
      if (settled && state.peek().at === draft.at) put({ ...state.peek(), saved: true })
    }
    function clear() {
      const { text, actions } = state.peek()
      // A macro may have no words, and what it does is done once.
      if (text === '' && actions.length === 0) return
      change({ text: '', knew: 0, actions: [] })
      void save()
    }
    return {
      isThere: () => !isBlank(state.peek().text),
      save,
      /** Another device's, or what the desk has: it holds if it is newer, and an unsaved one here is not. */
      heard({ text, knew, actions, at }: Omit<SavedDraft, 'ticket' | 'kind'>) {
        // What was sent is done as it stands here; what was written on since is not.
        const done = text === '' && at === state.peek().at
        if (at <= state.peek().at && !done) return
        cancel()
        put({ text, knew, actions, at, saved: true })
      },
      asWritten: () => state.peek(),
      /** The desk has none of what stood here before it was asked: done elsewhere, unless it never came there. */
      gone(before: Written) {
        if (before === state.peek() && before.saved && before.text !== '') put(empty)
      },
      stop: () => cancel(),
      draft: {
        text: computed(() => state.value.text),
        knew: computed(() => state.value.knew),
        actions: computed(() => state.value.actions),
        at: computed(() => state.value.at),
        write(text: string, seen: number) {
          const before = state.peek()
          if (text === before.text) return
          if (text === '') clear()
          else change({ text, knew: before.text === '' ? seen : before.knew })
        },
        act: (actions: readonly MacroAction[]) => change({ actions: [...actions] }),
        clear,
      },
    }
  }

  function of(ticket: string, kind: DraftKind) {
    const key = `${kind} ${ticket}`
    const known = open.get(key)
    if (known) return known
    const made = begin(ticket, kind)
    open.set(key, made)
    return made
  }

  return {
    of: (ticket, kind) => of(ticket, kind).draft,
    async load(ticket) {
      const asked = draftKinds.map((kind) => ({ kind, before: of(ticket, kind).asWritten() }))
      const answer = await link.ask('draft.read', { ticket })
      if (!answer.ok) return
      batch(() => {
        for (const { kind, before } of asked) {
          const found = answer.drafts.find((one) => one.kind === kind)
          if (found) of(ticket, kind).heard(found)
          else of(ticket, kind).gone(before)
        }
      })
    },
    heard(draft) {
      of(draft.ticket, draft.kind).heard(draft)
    },
    tickets: marked,
    opened(tickets) {
      const unsaved = kept.unsaved().map(({ ticket }) => ticket)
      marked.value = new Set([...tickets, ...unsaved])
    },
    wake() {
      for (const { ticket, kind } of kept.unsaved()) void of(ticket, kind).save()
    },
    async flush() {
      await Promise.all([...open.values()].map((one) => one.save()))
    },
    close() {
      for (const one of open.values()) one.stop()
    },
  }
}
