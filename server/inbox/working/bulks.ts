import { type ReadonlySignal, signal } from '@preact/signals'
import type { BulkOver, BulkProgress } from '../../protocol/bulk.ts'
import type { Action } from '../../protocol/working.ts'
import type { DeskLink } from '../desk-link.ts'
import { type Page, sayRefused } from '../page.ts'

/** What is asked before it is done: how many, and how many of them have no way back. */
export type Asking = { action: Action; bulk: string; total: number; chats: number }

/** What is done to many tickets at once: asked about where it has to be, followed, and told at its end. */
export type Bulks = {
  asking: ReadonlySignal<Asking | null>
  /** The one under way. */
  running: ReadonlySignal<BulkProgress | null>
  /** `many`: more than the agent can see at once, so the number is said first. Answers whether it was begun. */
  begin(over: BulkOver, action: Action, many: boolean): Promise<boolean>
  /** How many tickets are meant; null where nobody can say just now. */
  count(over: BulkOver): Promise<number | null>
  answer(yes: boolean): Promise<boolean>
  /** The connection is back: how far is it? */
  ask(): void
}

export function createBulks(page: Page, link: DeskLink): Bulks {
  const asking = signal<Asking | null>(null)
  const running = signal<BulkProgress | null>(null)
  const said = () => page.words.peek()

  async function run({ action, bulk, total }: Asking): Promise<boolean> {
    running.value = nothingYet(bulk, action, total)
    const answer = await link.ask('bulk.run', { bulk })
    if (answer.ok) return true
    if (running.peek()?.bulk === bulk) running.value = null
    sayRefused(page, answer)
    return false
  }

  async function undo(progress: BulkProgress) {
    running.value = { ...progress, state: 'undoing', undone: 0, kept: [] }
    const answer = await link.ask('bulk.undo', { bulk: progress.bulk })
    if (answer.ok) return
    running.value = null
    sayRefused(page, answer)
  }

  link.on('bulk.progress', (progress) => {
    const mine = running.peek()?.bulk === progress.bulk
    if (progress.state === 'running' || progress.state === 'undoing') {
      if (mine) running.value = progress
      return
    }
    if (!mine) return
    running.value = null
    const { bulk } = said()
    if (progress.state === 'undone') {
      const kept = sum(progress.kept)
      const text = kept === 0 ? bulk.undone(progress.undone) : bulk.undoneKept(progress.undone, kept)
      return page.toasts.say(text)
    }
    const text = [bulk.did[progress.did](progress.changed)]
    if (progress.already > 0) text.push(bulk.already(progress.already))
    for (const { code, n } of progress.skipped) text.push(bulk.skipped(n, said().refused[code]))
    if (progress.changed === 0) return page.toasts.complain(text.join(' '))
    page.toasts.say(text.join(' '), { label: said().did.undo, run: () => void undo(progress), undoes: true })
  })

  return {
    asking,
    running,
    async begin(over, action, many) {
      const answer = await link.ask('bulk.count', { over, action })
      if (!answer.ok) {
        sayRefused(page, answer)
        return false
      }
      const { bulk, total, chats } = answer
      const asked = { action, bulk, total, chats }
      if (!many && chats === 0) return run(asked)
      asking.value = asked
      return false
    },
    async count(over) {
      const answer = await link.ask('bulk.count', { over, action: { do: 'read' } })
      if (answer.ok) return answer.total
      sayRefused(page, answer)
      return null
    },
    answer(yes) {
      const asked = asking.peek()
      asking.value = null
      return yes && asked ? run(asked) : Promise.resolve(false)
    },
    ask() {
      const bulk = running.peek()?.bulk
      if (bulk !== undefined) void link.ask('bulk.run', { bulk })
    },
  }
}

const sum = (of: readonly { n: number }[]) => of.reduce((all, { n }) => all + n, 0)

function nothingYet(bulk: string, action: Action, total: number): BulkProgress {
  const nothing = { changed: 0, already: 0, skipped: [], undone: 0, kept: [] }
  return { bulk, did: action.do, state: 'running', total, ...nothing }
}

/** How many tickets have been looked at so far, of how many. */
export function farOf(progress: BulkProgress): { done: number; total: number } {
  const { state, total, changed, already, skipped, undone, kept } = progress
  if (state === 'undoing') return { done: undone + sum(kept), total: changed }
  return { done: changed + already + sum(skipped), total }
}
