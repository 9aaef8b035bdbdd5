import { randomUUID } from 'node:crypto'
import { readAllCounts, readList } from '../../server/desk/read-list.ts'
import { receiveMessage } from '../../server/desk/receive-message.ts'
import { stretchesOf } from '../../server/protocol/in-list.ts'
import { listAsk } from '../../server/protocol/list-filter.ts'
import { listPage } from '../../server/store/list-page.ts'
import { type GrownDesk, withGrownDesks } from './grown-desk.ts'
import { median, type Row } from './row.ts'

const rounds = 7
const times = 20
const year = 365 * 24 * 3_600_000

/** Lists as agents look at them. */
const lists: Record<string, unknown> = {
  'All tickets': { view: 'all', status: 'any', sort: 'newest' },
  'All, oldest': { view: 'all', status: 'any', sort: 'oldest' },
  'All, who waits': { view: 'all', status: 'any', sort: 'waiting' },
  'All, high first': { view: 'all', status: 'any', sort: 'priority' },
  'All by channel': { view: 'all', status: 'any', sort: 'newest', grouped: true },
  'My inbox': { view: 'mine', status: 'open', sort: 'newest' },
  Unassigned: { view: 'unassigned', status: 'open', sort: 'newest' },
  Spam: { view: 'spam', status: 'any', sort: 'newest' },
  Mentions: { view: 'mentions', status: 'any', sort: 'newest' },
  Instagram: { view: 'all', status: 'any', sort: 'newest', channels: ['instagram'] },
}

/** G1 to G3: what a desk of a million tickets takes longer for than one of ten thousand. One seeding serves all three. */
export async function growthRows(small: number, large: number): Promise<Row[]> {
  return withGrownDesks([small, large], async (desks) => {
    const [few, many] = desks
    if (few === undefined || many === undefined) throw new Error('There are two sizes.')
    return [await pages(few, many), await counters(few, many), await messages(few, many)]
  })
}

const thousand = (n: number) => n.toLocaleString('en')

/** Milliseconds of one call, the median of `rounds` rounds of `times` calls, small and large in turn. */
async function compared(few: () => Promise<unknown>, many: () => Promise<unknown>) {
  const taken: { few: number[]; many: number[] } = { few: [], many: [] }
  for (const run of [few, many]) await timed(run)
  for (let round = 0; round < rounds; round += 1) {
    taken.few.push(await timed(few))
    taken.many.push(await timed(many))
  }
  const [low, high] = [median(taken.few), median(taken.many)]
  return { few: low, many: high, ratio: high / low, taken }
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  for (let n = 0; n < times; n += 1) await run()
  return Math.round(((performance.now() - begun) / times) * 100) / 100
}

async function pages(few: GrownDesk, many: GrownDesk): Promise<Row> {
  const all: Record<string, number[]> = {}
  const said: string[] = []
  const [ratios, overheads]: [number[], number[]] = [[], []]
  for (const [name, list] of Object.entries(lists)) {
    const ask = listAsk.parse(list)
    const deep = `0.${few.desk.clock.now() - year}.00000000-0000-4000-8000-000000000000`
    for (const [depth, after] of [
      ['first page', null],
      ['a year down', deep],
    ] as const) {
      // Who waits and what is marked ends long before.
      if (after !== null && !['All tickets', 'All, oldest', 'Instagram'].includes(name)) continue
      const read = ({ desk, agentId }: GrownDesk) => readList(desk, agentId, { ...ask, after })
      const {
        few: low,
        many: high,
        ratio,
        taken,
      } = await compared(
        () => read(few),
        () => read(many),
      )
      ratios.push(ratio)
      all[`${name}, ${depth}, small`] = taken.few
      all[`${name}, ${depth}, large`] = taken.many
      said.push(`${name} ${depth} ${low} -> ${high} ms`)
      if (after === null && stretchesOf(ask).length === 1) overheads.push(high - (await bare(many, ask)))
    }
  }
  const [worst, overhead] = [Math.max(...ratios), Math.max(...overheads)]
  return {
    id: 'G1',
    what: `a page of a list with ${thousand(many.tickets)} tickets against ${thousand(few.tickets)}`,
    target: '<= 1.3 times at any depth; the handler <= bare SQL + 1 ms',
    measured: `worst ratio ${worst.toFixed(2)}, handler + ${overhead.toFixed(2)} ms (${said.join('; ')})`,
    met: worst <= 1.3 && overhead <= 1,
    rounds: all,
  }
}

/** The same page as one statement, without the desk around it. */
async function bare({ db, agentId }: GrownDesk, of: ReturnType<typeof listAsk.parse>): Promise<number> {
  const [stretch] = stretchesOf(of)
  if (stretch === undefined) throw new Error('A list has a stretch.')
  const rounds: number[] = []
  for (let round = 0; round < 5; round += 1) {
    rounds.push(await timed(() => listPage(db, { of, me: agentId, stretch, after: null, limit: 51 })))
  }
  return median(rounds)
}

async function counters(few: GrownDesk, many: GrownDesk): Promise<Row> {
  const {
    few: low,
    many: high,
    ratio,
    taken,
  } = await compared(
    () => readAllCounts(few.desk),
    () => readAllCounts(many.desk),
  )
  return {
    id: 'G2',
    what: `the counters of the views with ${thousand(many.tickets)} tickets against ${thousand(few.tickets)}`,
    target: '<= 2 times',
    measured: `${low} -> ${high} ms, ${ratio.toFixed(2)} times`,
    met: ratio <= 2,
    rounds: { 'small ms': taken.few, 'large ms': taken.many },
  }
}

async function messages(few: GrownDesk, many: GrownDesk): Promise<Row> {
  const { few: low, many: high, ratio, taken } = await compared(await writer(few), await writer(many))
  return {
    id: 'G3',
    what: `a durable message of a shopper with ${thousand(many.tickets)} tickets against ${thousand(few.tickets)}`,
    target: '<= 1.3 times',
    measured: `${low} -> ${high} ms, ${ratio.toFixed(2)} times`,
    met: ratio <= 1.3,
    rounds: { 'small ms': taken.few, 'large ms': taken.many },
  }
}

/** Writes into running conversations, one after the other. */
async function writer({ desk, db }: GrownDesk): Promise<() => Promise<void>> {
  const running = await db
    .selectFrom('tickets')
    .select(['customer_id', 'thread_key'])
    .where('channel', '=', 'web_chat')
    .where('status', '=', 'open')
    .where('spam', '=', false)
    .limit(200)
    .execute()
  let n = 0
  return async () => {
    const at = running[n++ % running.length]
    if (at === undefined) throw new Error('No conversation runs.')
    const { customer_id: customerId, thread_key: threadKey } = at
    const text = `Is there any news of my order TW-${n}? I would like to know before the weekend.`
    const said = { id: randomUUID(), customerId, channel: 'web_chat' as const, threadKey, text, remote: null }
    const answer = await receiveMessage(desk, said)
    if ('refused' in answer) throw new Error(answer.refused)
  }
}
