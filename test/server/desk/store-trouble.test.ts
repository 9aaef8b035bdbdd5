import { sql } from 'kysely'
import { expect, it, onTestFinished } from 'vitest'
import type { Db } from '../../../server/store/connect.ts'
import { granted, openTicket, reply } from '../talk.ts'
import { startSms, text } from '../text-messages.ts'
import { eventually } from '../../eventually.ts'

const hannes = '+4930231251001'

/** From now on the store refuses every change of a delivery, as a full disk would; what is returned ends that. */
async function trouble(db: Db) {
  await sql`create function refuse() returns trigger language plpgsql as $$
    begin raise exception 'no space' using errcode = '53100'; end $$`.execute(db)
  await sql`create trigger refuse before update on deliveries execute function refuse()`.execute(db)
  return () => sql`drop function refuse cascade`.execute(db)
}

/** A desk that has answered once by text; the carrier takes it and then does `atPost` before it says so. */
async function answered(atPost: (db: Db) => Promise<unknown>) {
  let happened = false
  const { hub, sent } = await startSms({}, async ({ method }) => {
    if (method === 'POST' && !happened) {
      happened = true
      await atPost(hub.db)
    }
    return { status: 201, body: JSON.stringify({ sid: `SM${sent().length}`, status: 'queued' }) }
  })
  onTestFinished(() => hub.close())
  const { socket: agent } = await hub.agent()
  await text(hub, hannes, 'JOIN')
  await text(hub, hannes, 'Hello')
  const ask = { view: 'all', status: 'any', sort: 'newest', after: null } as const
  const ticket = granted(await agent.emitWithAck('list.read', ask)).rows[0]?.id ?? ''
  await reply(agent, ticket, 'Hello Hannes')
  const state = async () => (await openTicket(agent, ticket)).events.findLast(({ type }) => type === 'delivery')
  return { hub, agent, ticket, state, sent }
}

it('R-13b what the carrier took while the store was in trouble is written down after it, and sent once', async () => {
  let over: () => Promise<unknown> = () => Promise.resolve()
  const { state, sent, hub } = await answered(async (db) => {
    over = await trouble(db)
  })
  const tries = () => hub.db.selectFrom('deliveries').select(['state', 'attempts']).executeTakeFirstOrThrow()
  await eventually(async () => expect(sent()).toHaveLength(1))
  expect(await tries()).toEqual({ state: 'queued', attempts: 1 })
  await over()
  await eventually(async () => expect(await state()).toMatchObject({ state: 'sent' }))
  expect(sent()).toHaveLength(1)
})

it('P-4b a text message that comes while the store is in trouble is taken in once it is back', async () => {
  const { hub } = await answered(() => Promise.resolve())
  await sql`create function refuse() returns trigger language plpgsql as $$
    begin raise exception 'no space' using errcode = '53100'; end $$`.execute(hub.db)
  await sql`create trigger refuse before insert on messages execute function refuse()`.execute(hub.db)
  const counted = await hub.db.selectFrom('messages').select('id').execute()
  const posted = text(hub, hannes, 'Are you there?')
  // A try that was rolled back has been refused.
  await eventually(async () => {
    const { rows } = await sql<{ n: number }>`select xact_rollback as n from pg_stat_database
      where datname = current_database()`.execute(hub.db)
    expect(rows[0]?.n).toBeGreaterThan(0)
  })
  await sql`drop function refuse cascade`.execute(hub.db)
  await posted
  expect(await hub.db.selectFrom('messages').select('id').execute()).toHaveLength(counted.length + 1)
})

it('R-13b what a process claimed and never tried is tried all the same', async () => {
  const { hub, agent, ticket, sent } = await answered(() => Promise.resolve())
  await eventually(async () => expect(sent()).toHaveLength(1))
  const { id: us } = await hub.db.selectFrom('processes').select('id').executeTakeFirstOrThrow()
  // As if the store's word that the claim is written had been lost.
  await sql`create function claim() returns trigger language plpgsql as $$
    begin new.attempt_at := new.created_at; new.claimed_by := ${sql.lit(us)}::uuid; new.attempts := 1; return new; end $$`.execute(
    hub.db,
  )
  await sql`create trigger claim before insert on deliveries for each row execute function claim()`.execute(hub.db)
  await reply(agent, ticket, 'And again')
  await eventually(async () => expect(sent()).toHaveLength(2))
  await eventually(async () => {
    const rows = await hub.db.selectFrom('deliveries').select(['state', 'attempts']).orderBy('n').execute()
    expect(rows).toEqual([
      { state: 'sent', attempts: 1 },
      { state: 'sent', attempts: 1 },
    ])
  })
})
