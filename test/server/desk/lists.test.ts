import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { usualChoice } from '../../../server/inbox/list/list-choice.ts'
import { type ChannelName, channelNames } from '../../../server/protocol/channel.ts'
import { inList, inOrder, stretchesOf, stretchOf } from '../../../server/protocol/in-list.ts'
import type { ListAsk } from '../../../server/protocol/list-filter.ts'
import { readFilters, sorts, statusFilters } from '../../../server/protocol/list-names.ts'
import type { TicketRow } from '../../../server/protocol/ticket.ts'
import { type ViewName, views } from '../../../server/protocol/views.ts'
import { pageOf } from '../../../server/store/list-page.ts'
import { dice } from '../dice.ts'
import { type AgentSocket, type Installation, startInstallation } from '../installation.ts'
import { fileThem, manyTickets } from '../many-tickets.ts'
import { granted } from '../talk.ts'

let hub: Installation
let agent: { id: string; socket: AgentSocket }
let colleague: { id: string }
let filed: { tags: string[]; team: string }
beforeAll(async () => {
  hub = await startInstallation()
  agent = await hub.agent()
  colleague = await hub.member()
  await manyTickets(hub.db, 400, [agent.id, colleague.id], hub.clock.now() - 3_600_000)
  filed = await fileThem(hub.db, 400)
})
afterAll(() => hub.close())

const plain = (view: ViewName): ListAsk => ({ ...usualChoice(view), view, folded: [] })

/** Page after page to the end. */
async function readAll(ask: ListAsk, limit?: number): Promise<TicketRow[]> {
  const rows: TicketRow[] = []
  for (let after: string | null = null; ; ) {
    const page: { rows: TicketRow[]; next: string | null } = granted(
      await agent.socket.emitWithAck('list.read', { ...ask, after, ...(limit ? { limit } : {}) }),
    )
    rows.push(...page.rows)
    after = page.next
    if (after === null) return rows
  }
}

const everything = async () => [...(await readAll(plain('all'), 200)), ...(await readAll(plain('spam'), 200))]

describe('a list', () => {
  it('S-5 S-6 S-11 holds what the rule says, in its order, page after page, whatever is asked', async () => {
    const all = await everything()
    expect(all.length).toBe(400)
    const { among, below } = dice(7)
    const some = <T>(things: readonly T[]) => things.filter(() => below(3) === 0)
    const whose: ListAsk['assignee'][] = [
      { kind: 'anyone' },
      { kind: 'anyone' },
      { kind: 'nobody' },
      { kind: 'me' },
      { kind: 'member', id: colleague.id },
      { kind: 'team', id: filed.team },
    ]
    let found = 0
    for (let round = 0; round < 150; round++) {
      const ask: ListAsk = {
        view: among(views),
        status: among([...statusFilters, 'any']),
        read: among(['any', ...readFilters]),
        channels: below(3) === 0 ? some(channelNames) : [],
        assignee: among(whose),
        tags: below(3) === 0 ? some(filed.tags) : [],
        priority: below(5) === 0 ? 'high' : 'any',
        campaign: below(5) === 0 ? { kind: among(['campaign', 'flow']), name: 'Autumn' } : null,
        sort: among(sorts),
        grouped: below(2) === 0,
        folded: below(3) === 0 ? some(channelNames) : [],
      }
      const stretches = stretchesOf(ask)
      const right = all
        .filter((row) => inList(row, ask, agent.id) && stretchOf(row, stretches) >= 0)
        .toSorted((a, b) => inOrder(a, b, stretches))
      const rows = await readAll(ask, 1 + below(60))
      expect([ask, rows.map((row) => row.number)]).toEqual([ask, right.map((row) => row.number)])
      found += rows.length
    }
    expect(found).toBeGreaterThan(1_000)
  })

  it('S-6 names the campaign that brought a ticket, and what lists can be filtered by', async () => {
    const ask: ListAsk = { ...plain('all'), campaign: { kind: 'flow', name: 'Autumn' } }
    const [row] = await readAll(ask)
    expect(row?.campaigns).toEqual([{ kind: 'flow', name: 'Autumn' }])
    const names = granted(await agent.socket.emitWithAck('filters.read', {}))
    expect(names).toMatchObject({
      tags: [{ name: 'Returns' }, { name: 'Sizes' }],
      teams: [{ id: filed.team, name: 'Returns' }],
      campaigns: [
        { kind: 'campaign', name: 'Autumn' },
        { kind: 'flow', name: 'Autumn' },
      ],
    })
  })

  it('S-11 puts high priority first, and who waits longest before who does not', async () => {
    const byPriority = await readAll({ ...plain('all'), sort: 'priority' })
    const firstNormal = byPriority.findIndex((row) => row.priority === 'normal')
    expect(firstNormal).toBeGreaterThan(0)
    expect(byPriority.slice(firstNormal).every((row) => row.priority === 'normal')).toBe(true)
    const waiting = (await readAll({ ...plain('all'), sort: 'waiting' })).map((row) => row.waitingSince)
    const firstAnswered = waiting.indexOf(null)
    const waits = waiting.slice(0, firstAnswered)
    expect(waits.length).toBeGreaterThan(5)
    expect(waits).toEqual(waits.toSorted((a, b) => (a ?? 0) - (b ?? 0)))
    expect(waiting.slice(firstAnswered).every((since) => since === null)).toBe(true)
  })

  it('refuses what is no list', async () => {
    const bad = { ok: false, code: 'bad_request', retry: false }
    const odd: object[] = [
      { channels: ['fax'] },
      { channels: Array<ChannelName>(7).fill('sms') },
      { tags: ["' or true --"] },
      { tags: Array<string>(21).fill(filed.team) },
      { assignee: { kind: 'member' } },
      { assignee: { kind: 'team', id: 'x' } },
      { campaign: { kind: 'flow', name: '' } },
      { campaign: { kind: 'flow', name: 'x'.repeat(201) } },
      { sort: 'id; drop table tickets' },
      { limit: 201 },
      { limit: 0 },
    ]
    for (const part of odd) {
      const answer: unknown = await Reflect.apply(agent.socket.emitWithAck, agent.socket, [
        'list.read',
        { ...plain('all'), after: null, ...part },
      ])
      expect([part, answer]).toEqual([part, bad])
    }
  })
})

/** What PostgreSQL says of a plan: every node of it. */
const node = z.object({
  'Node Type': z.string(),
  'Actual Rows': z.number(),
  'Rows Removed by Filter': z.number().default(0),
  get Plans() {
    return z.array(node).default([])
  },
})
const explained = z.tuple([z.object({ 'QUERY PLAN': z.tuple([z.object({ Plan: node })]) })])
type PlanNode = z.infer<typeof node>
const nodesOf = (plan: PlanNode): PlanNode[] => [plan, ...plan.Plans.flatMap(nodesOf)]

describe('the store', () => {
  it('S-5 finds a page of any view in any order by an index that has that order (G1)', async () => {
    const big = await startInstallation()
    try {
      const member = await big.member()
      await manyTickets(big.db, 20_000, [member.id], big.clock.now() - 36_000_000)
      await sql`analyze`.execute(big.db)
      const objections: string[] = []
      await big.db.transaction().execute(async (tx) => {
        // Of few tickets a plan may well sort. Asked not to, it must not have to, and must not walk far either.
        await sql`set local enable_sort = off`.execute(tx)
        await sql`set local enable_bitmapscan = off`.execute(tx)
        // What mentions somebody is found by its own small index, and there are never many: that list may be sorted.
        for (const view of views.filter((one) => one !== 'mentions')) {
          for (const [sort, grouped] of sorts.flatMap((one) => [[one, false] as const, [one, true] as const])) {
            const of: ListAsk = { ...plain(view), sort, grouped }
            for (const stretch of stretchesOf(of)) {
              const after = { at: big.clock.now() - 30_000_000, id: '00000000-0000-4000-8002-000000000100' }
              const page = pageOf(tx, { of, me: member.id, stretch, after, limit: 51 })
              const [{ 'QUERY PLAN': plans }] = explained.parse(await page.explain('json', sql`analyze`))
              const nodes = nodesOf(plans[0].Plan)
              const touched = nodes.map((n) => n['Actual Rows'] + n['Rows Removed by Filter'])
              const kinds = nodes.map((n) => n['Node Type'])
              if (kinds.some((kind) => /Sort|Seq/.test(kind)) || Math.max(...touched) > 1_500)
                objections.push(
                  `${view} ${sort} ${stretch.channel} ${stretch.part}: ${kinds.join(' ')} ${touched.join(' ')}`,
                )
            }
          }
        }
      })
      expect(objections).toEqual([])
    } finally {
      await big.close()
    }
  })
})
