import { type Page, withPages } from './pages.ts'
import { median, type Row } from './row.ts'

const rounds = 9

/** `ours` are the long tasks in which our script ran; the others are the page's, the browser's, or this measuring's. */
type Cost = { scriptMs: number; longTasks: number; ours: number; shift: number }

/** W3: what the script tag costs a slow phone while the page loads, against the same page without it. */
export async function scriptTimeRow(): Promise<Row> {
  const blank: Cost[] = []
  const embedded: Cost[] = []
  await withPages(async ({ open }) => {
    for (let round = 0; round < rounds; round += 1) {
      blank.push(await open('blank', cost))
      embedded.push(await open('embedded', cost))
    }
  })
  const more = median(embedded.map((one) => one.scriptMs)) - median(blank.map((one) => one.scriptMs))
  const longTasks = embedded.reduce((sum, one) => sum + one.longTasks, 0)
  const baseline = blank.reduce((sum, one) => sum + one.longTasks, 0)
  const ours = embedded.reduce((sum, one) => sum + one.ours, 0)
  const shift = Math.max(...embedded.map((one) => one.shift))
  return {
    id: 'W3',
    what: `page load at 4x CPU throttle, medians of ${rounds} interleaved rounds`,
    target: 'blank page + 25 ms, no long task, layout shift 0',
    measured:
      `blank + ${more.toFixed(1)} ms; long tasks with our script ${ours}, with the page's own work ${longTasks - ours} ` +
      `(blank page ${baseline}); layout shift ${shift}`,
    met: more <= 25 && ours === 0 && shift === 0,
    rounds: {
      'blank ms': blank.map((one) => one.scriptMs),
      'with script ms': embedded.map((one) => one.scriptMs),
    },
  }
}

async function cost({ page, url }: Page): Promise<Cost> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await page.goto(url)
  await page.waitForLoadState('networkidle')
  const { metrics } = await session.send('Performance.getMetrics')
  const script = metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0
  const seen = await page.evaluate(async () => {
    const kinds = ['longtask', 'layout-shift', 'long-animation-frame']
    const observed = kinds.map(
      (type) =>
        new Promise<PerformanceEntry[]>((resolve) => {
          const found: PerformanceEntry[] = []
          new PerformanceObserver((list) => found.push(...list.getEntries())).observe({ type, buffered: true })
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(found)))
        }),
    )
    const [tasks = [], shifts = [], frames = []] = await Promise.all(observed)
    // Which scripts ran in a long frame, and when.
    const ran = frames.flatMap((frame) => {
      const scripts: unknown[] = 'scripts' in frame && Array.isArray(frame.scripts) ? frame.scripts : []
      return scripts
        .filter((script) => script instanceof PerformanceEntry)
        .filter((script) => 'sourceURL' in script && String(script.sourceURL).includes('/hub.js'))
    })
    const isOurs = ({ startTime, duration }: PerformanceEntry) =>
      ran.some((script) => script.startTime >= startTime && script.startTime <= startTime + duration)
    const moved = shifts.map((entry) => ('value' in entry && typeof entry.value === 'number' ? entry.value : 0))
    return {
      longTasks: tasks.length,
      ours: tasks.filter(isOurs).length,
      shift: moved.reduce((sum, value) => sum + value, 0),
    }
  })
  return { scriptMs: Math.round(script * 10_000) / 10, ...seen }
}
