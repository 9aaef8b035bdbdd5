import type { Panel } from './switches.ts'

type Report = () => Promise<void>
export type Reports = ReturnType<typeof createReports>

/**
 * What carriers have to tell the desk, one after the other: at once, slowly, or when they are let go; forwards or
 * backwards, once or twice, as the switches say. `paceMs` lies between what happens and the telling of it.
 */
export const createReports = (panel: Panel, { paceMs, slowMs = 5_000 }: { paceMs: number; slowMs?: number }) => {
  let waiting: Report[] = []
  let telling = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  let isOver = false

  const flush = (): void => {
    timer = undefined
    const batch = panel.now.order === 'backwards' ? waiting.reverse() : waiting
    waiting = []
    const copies = panel.now.copies === 'twice' ? 2 : 1
    for (const report of batch.flatMap((one) => Array.from({ length: copies }, () => one))) {
      telling = telling.then(() => (isOver ? undefined : report()))
    }
  }
  const begin = (): void => {
    if (waiting.length === 0 || timer !== undefined || panel.now.reports === 'held') return
    timer = setTimeout(flush, panel.now.reports === 'slow' ? slowMs : paceMs)
  }
  return {
    /** `report` tells its own troubles; it never rejects. */
    add(...some: Report[]): void {
      waiting.push(...some)
      begin()
    },
    get waiting(): number {
      return waiting.length
    },
    /** Lets go what was held. Resolves when it is told. */
    async release(): Promise<void> {
      clearTimeout(timer)
      flush()
      await telling
    },
    /** After a change of the switches: what need no longer wait goes. */
    begin,
    async close(): Promise<void> {
      isOver = true
      clearTimeout(timer)
      await telling
    },
  }
}
