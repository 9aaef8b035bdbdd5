import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { usualChoice } from '../../../server/inbox/list/list-choice.ts'
import type { FoundRow } from '../../../server/protocol/found.ts'
import type { ListScope } from '../../../server/protocol/list-filter.ts'
import { type AgentSocket, type Installation, startInstallation } from '../installation.ts'
import { manyTickets } from '../many-tickets.ts'
import { granted, openTicket, reply, send } from '../talk.ts'

let hub: Installation
let agent: { id: string; socket: AgentSocket }
beforeAll(async () => {
  hub = await startInstallation()
  await hub.settings()
  agent = await hub.agent()
})
afterAll(() => hub.close())

const everywhere: ListScope = { ...usualChoice('all'), view: 'all' }

/** All that is found, page after page. */
async function find(search: string, scope: ListScope = everywhere): Promise<FoundRow[]> {
  const found: FoundRow[] = []
  for (let after: string | null = null; ; ) {
    const page: { found: FoundRow[]; next: string | null } = granted(
      await agent.socket.emitWithAck('list.search', { ...scope, search, after }),
    )
    found.push(...page.found.filter((one) => !found.some((known) => known.row.id === one.row.id)))
    after = page.next
    if (after === null) return found
  }
}
const numbersOf = (found: FoundRow[]) => found.map(({ row }) => row.number)
const said = ({ by }: FoundRow) =>
  'parts' in by ? by.parts.map((part) => (part.hit ? `[${part.text}]` : part.text)).join('') : by.kind

/** A chat of somebody's with these words, a minute after the one before. */
async function chat(name: string, ...words: string[]) {
  await hub.advance(60_000)
  const shopper = await hub.shopper(randomUUID(), { token: await hub.token(randomUUID(), { name, email: undefined }) })
  let ticket = ''
  for (const text of words) ticket = (await send(shopper, text)).ticket
  shopper.disconnect()
  return (await openTicket(agent.socket, ticket)).row
}

describe('a search', () => {
  it('S-6 finds words in messages, whatever their case and accents, newest first, and marks them', async () => {
    const one = await chat('Amara', 'Where is my PÄRCEL?', 'The one with the socks')
    const two = await chat('Bo', 'No parcel came yet')
    const found = await find('parcel')
    expect(numbersOf(found)).toEqual([two.number, one.number])
    expect(found.map(said)).toEqual(['No [parcel] came yet', 'Where is my [PÄRCEL]?'])
    expect(found[1]?.by).toMatchObject({ kind: 'message', n: 1 })
    // All words, the last one as it is being typed; inside a word nothing begins.
    expect(numbersOf(await find('came par'))).toEqual([two.number])
    expect(numbersOf(await find('par came'))).toEqual([])
    expect(numbersOf(await find('arcel'))).toEqual([])
  })

  it('S-6 finds words of any alphabet', async () => {
    const greek = await chat('Kostas', 'Πού είναι το δέμα μου;')
    const russian = await chat('Dmitri', 'Где моя посылка?')
    const arabic = await chat('Layla', 'أين طردي من فضلك')
    const hebrew = await chat('Noa', 'איפה החבילה שלי')
    const chinese = await chat('Li', '我的包裹 在哪里')
    const pairs = [
      ['δεμα', greek],
      ['ПОСЫЛ', russian],
      ['طردي', arabic],
      ['החבילה', hebrew],
      ['我的', chinese],
    ] as const
    for (const [word, row] of pairs) expect([word, numbersOf(await find(word))]).toEqual([word, [row.number]])
  })

  it('S-6 finds a ticket by its number, and customers by name and address before what was said', async () => {
    const named = await chat('Sørensen, Ida', 'Hello')
    const spoken = await chat('Mads', 'I am not Sorensen')
    const found = await find('sorens')
    expect(numbersOf(found)).toEqual([named.number, spoken.number])
    expect(found.map(({ by }) => by.kind)).toEqual(['customer', 'message'])
    expect(said(found[0] ?? { row: named, by: { kind: 'number' } })).toBe('[Sørens]en, Ida')
    for (const search of [`${spoken.number}`, `#${spoken.number}`])
      expect((await find(search))[0]).toMatchObject({ row: { id: spoken.id }, by: { kind: 'number' } })
    await hub.db
      .updateTable('customers')
      .set({ left_email: 'ida@fjord.example' })
      .where('id', '=', named.customer.id)
      .execute()
    await hub.db
      .insertInto('identities')
      .values({ kind: 'phone', value: '+4520304050', customer_id: named.customer.id })
      .execute()
    for (const search of ['ida@fjord', 'fjord.example', '+45 20 30 40 50', '20304050'])
      expect([search, numbersOf(await find(search))]).toEqual([search, [named.number]])
  })

  it('S-6 finds words in answers and in notes of the team, and says which', async () => {
    const row = await chat('Rafael', 'A question')
    await reply(agent.socket, row.id, 'It left the harbour')
    granted(
      await agent.socket.emitWithAck('note.write', {
        ticket: row.id,
        id: randomUUID(),
        text: 'He is a lighthouse keeper',
        mentions: [],
      }),
    )
    expect((await find('harbour'))[0]?.by).toMatchObject({ kind: 'message' })
    const [note] = await find('lighthouse')
    expect(note?.by).toMatchObject({ kind: 'note' })
    const { events } = await openTicket(agent.socket, row.id)
    const by = note?.by
    const entry = by?.kind === 'note' ? events.find((event) => event.n === by.n) : undefined
    expect(entry).toMatchObject({ type: 'note', text: 'He is a lighthouse keeper' })
  })

  it('S-6 honours the filters that are on', async () => {
    const open = await chat('Ulrike', 'Regenbogen')
    const closed = await chat('Zoe', 'Regenbogen')
    granted(await agent.socket.emitWithAck('ticket.close', { ticket: closed.id }))
    granted(await agent.socket.emitWithAck('ticket.assign', { ticket: open.id, agent: agent.id }))
    expect(numbersOf(await find('regenbogen'))).toEqual([closed.number, open.number])
    expect(numbersOf(await find('regenbogen', { ...everywhere, status: 'open' }))).toEqual([open.number])
    expect(numbersOf(await find('regenbogen', { ...everywhere, view: 'mine' }))).toEqual([open.number])
    expect(numbersOf(await find('regenbogen', { ...everywhere, channels: ['sms'] }))).toEqual([])
    expect(numbersOf(await find(`${closed.number}`, { ...everywhere, status: 'open' }))).toEqual([])
    expect(numbersOf(await find('ulrike', { ...everywhere, view: 'spam' }))).toEqual([])
  })

  it('S-6 answers everything that is typed or pasted, sanely', async () => {
    const row = await chat('Percy', "100% \\ _ 'quoted' <b>bold</b> & | ! :* ( tsquery")
    const refused = async (search: string) => {
      const answer = await agent.socket.emitWithAck('list.search', { ...everywhere, search, after: null })
      return answer.ok ? answer.found.length : answer.code
    }
    expect(await refused('')).toBe('search_empty')
    expect(await refused(' \0 ?!*&|:() \'"\\ %_ ')).toBe('search_empty')
    expect(await refused('x'.repeat(10_000))).toBe('search_too_long')
    expect(await refused('a b '.repeat(10))).toBe('search_too_long')
    expect(await refused('x'.repeat(60_001))).toBe('bad_request')
    for (const search of [
      "'; drop table tickets; --",
      "' or 1=1",
      'a & | ! b',
      'foo:* <-> bar',
      '%a%',
      '\\ x',
      "x'y\\'z",
      'a\0b',
    ])
      expect([search, typeof (await refused(search))]).toEqual([search, 'number'])
    for (const search of ['quoted', 'bold', '100%', "'quoted' tsq"])
      expect([search, numbersOf(await find(search))]).toEqual([search, [row.number]])
    // P-3: parts, never markup.
    expect(said((await find('bold'))[0] ?? { row, by: { kind: 'number' } })).toContain('<b>[bold]</b>')
    for (const after of ['', 'words', 'words.1', `start.1.${row.id}`, `people.x.${row.id}`, `words.1.${row.id}.2`]) {
      const answer = await agent.socket.emitWithAck('list.search', { ...everywhere, search: 'x', after })
      expect([after, answer]).toEqual([after, { ok: false, code: 'bad_request', retry: false }])
    }
  })

  it('S-6 keeps nobody’s reply waiting for it', async () => {
    const row = await chat('Wilma', 'A question')
    const lock = await hub.db.startTransaction().execute()
    try {
      // Whoever searches waits for this; whoever answers does not.
      await sql`lock table identities in access exclusive mode`.execute(lock)
      const searching = agent.socket.emitWithAck('list.search', { ...everywhere, search: 'question', after: null })
      granted(await agent.socket.emitWithAck('ticket.older', { ticket: row.id, before: 2 }))
      await lock.rollback().execute()
      expect(granted(await searching).found.length).toBeGreaterThan(0)
    } finally {
      if (!lock.isRolledBack) await lock.rollback().execute()
    }
  })

  it('S-6 finds common words by walking back, and all of them, each ticket once', async () => {
    const big = await startInstallation()
    try {
      const member = await big.agent()
      await manyTickets(big.db, 6_000, [member.id], big.clock.now() - 36_000_000)
      // Four messages a ticket with the same word: more than are looked up at once.
      await sql`
        insert into messages (id, ticket_id, author_kind, author_id, channel, text, at)
        select gen_random_uuid(), t.id, 'customer', t.customer_id, t.channel,
          'An order ' || case when n = 1 and t.number % 500 = 0 then 'needle' else 'hay' end,
          date_trunc('milliseconds', t.last_message_at) - interval '1 second' * n
        from tickets t, generate_series(1, 4) n`.execute(big.db)
      await sql`
        insert into events (ticket_id, seq, customer_seq, at, type, data, message_id)
        select ticket_id, row_number() over w, row_number() over w, at, 'message', '{"type":"message"}', id from messages
        window w as (partition by ticket_id order by at, id)`.execute(big.db)
      const readAll = async (search: string, scope: ListScope = everywhere) => {
        const found = new Map<string, number>()
        let pages = 0
        for (let after: string | null = null; ; pages++) {
          const page: { found: FoundRow[]; next: string | null } = granted(
            await member.socket.emitWithAck('list.search', { ...scope, search, after }),
          )
          for (const { row, by } of page.found) if (!found.has(row.id) && 'at' in by) found.set(row.id, by.at)
          after = page.next
          if (after === null) return { found, pages }
        }
      }
      const spam = await big.db.selectFrom('tickets').select('id').where('spam', '=', true).execute()
      const { found: common } = await readAll('order')
      expect(common.size).toBe(6_000 - spam.length)
      // An action on all of them is about the same ones.
      const over = { list: everywhere, search: 'order' }
      const counted = await member.socket.emitWithAck('bulk.count', { over, action: { do: 'read' } })
      expect(granted(counted).total).toBe(common.size)
      const moments = [...common.values()]
      expect(moments).toEqual(moments.toSorted((a, b) => b - a))
      const { found: rare } = await readAll('needle')
      const needles = await big.db
        .selectFrom('tickets')
        .select('id')
        .where(sql<boolean>`number % 500 = 0 and not spam`)
        .execute()
      expect([...rare.keys()].sort()).toEqual(needles.map((one) => one.id).sort())
      // A common word in a list that hardly holds it: every page says how far it has come.
      const { found: few } = await readAll('order', {
        ...everywhere,
        channels: ['messenger'],
        priority: 'high',
        status: 'open',
        read: 'unread',
      })
      expect(few.size).toBeLessThan(200)
    } finally {
      await big.close()
    }
  })
})
