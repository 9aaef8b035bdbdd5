import { effect, type ReadonlySignal, signal, untracked } from '@preact/signals'
import type { World } from '../../../widget/thread/world.ts'
import type { SavedView } from '../../protocol/saved-view.ts'
import type { DeskLink } from '../desk-link.ts'
import { untilTold } from '../until-told.ts'

export type SavedViews = {
  /** Null: not read yet. */
  views: ReadonlySignal<readonly SavedView[] | null>
  /** How many tickets stand in each; left out: not counted. */
  counts: ReadonlySignal<ReadonlyMap<string, number>>
  read(): Promise<void>
  /** Something has changed: counts again, but not at once and not each time. */
  stir(): void
  close(): void
}

/** Counting costs the desk more than a kept counter does. */
const countEveryMs = 5_000

/** S-5: the saved views this member sees, with counts while somebody looks. */
export function createSavedViews(
  link: DeskLink,
  world: Pick<World, 'after'>,
  visible: ReadonlySignal<boolean>,
): SavedViews {
  const views = signal<readonly SavedView[] | null>(null)
  const counts = signal<ReadonlyMap<string, number>>(new Map())
  /** Waits for the end of a pause between two counts; `again`: something has changed meanwhile. */
  let pause: (() => void) | null = null
  let again = false

  async function count() {
    const ids = views.peek()?.map((view) => view.id) ?? []
    if (ids.length === 0 || !visible.peek()) return
    pause = world.after(countEveryMs, () => {
      pause = null
      if (again) void count()
      again = false
    })
    const answer = await link.ask('views.count', { ids })
    if (answer.ok) counts.value = new Map(answer.counts.flatMap(({ id, n }) => (n === null ? [] : [[id, n]])))
  }

  const stir = () => {
    if (pause === null) void count()
    else again = true
  }
  const reading = untilTold(link, world, async () => {
    const answer = await link.ask('views.read', {})
    if (!answer.ok) return answer
    views.value = answer.views
    stir()
    return answer
  })
  // Behind other windows nothing was counted.
  const unwatch = effect(() => {
    if (visible.value) untracked(stir)
  })

  return {
    views,
    counts,
    read: reading.now,
    stir,
    close() {
      unwatch()
      reading.close()
      pause?.()
    },
  }
}
