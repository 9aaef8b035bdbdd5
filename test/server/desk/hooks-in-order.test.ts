import { createHmac } from 'node:crypto'
import { connect } from 'node:net'
import { sql } from 'kysely'
import { expect, it, onTestFinished } from 'vitest'
import type { App } from '../../../server/app.ts'
import { eventually } from '../../eventually.ts'
import type { Installation } from '../installation.ts'
import { lockTable } from '../locked-table.ts'
import { metaSecret, startMeta, tell, whatsApp } from '../meta-messages.ts'
import { authToken, ourNumber, postTwilio, startSms, text } from '../text-messages.ts'

const many = 12
const hannes = '+4930231251001'

/** What customers have said, in the order it stands in each thread, whose order is the one of the list. */
async function said({ db }: Installation): Promise<string[]> {
  const rows = await db
    .selectFrom('messages')
    .innerJoin('events', 'events.message_id', 'messages.id')
    .where('author_kind', '=', 'customer')
    .select('messages.text')
    .orderBy('messages.ticket_id')
    .orderBy('events.seq')
    .execute()
  return rows.map((row) => row.text)
}

const kept = async ({ db }: Installation) => (await db.selectFrom('failed_hooks').select('n').execute()).length

/** Six others hang with what they brought: there is no place left in the first process. */
async function fill(hub: Installation): Promise<Promise<unknown>[]> {
  const others = Array.from({ length: 6 }, (_, n) => `+49151${7_000_000 + n}`)
  const told = others.map((from) => text(hub, from, 'Hello'))
  await eventually(async () => {
    const { rows } = await sql`select pid from pg_locks join pg_class on pg_class.oid = relation
      where relname = 'tickets' and not granted`.execute(hub.db)
    expect(rows).toHaveLength(others.length)
  })
  return told
}

/** The desk refuses to keep a message with these words; what is returned ends that. `code` of PostgreSQL. */
async function refuse({ db }: Installation, words: string, code: string) {
  await sql`create function refuse() returns trigger language plpgsql as $$
    begin if new.text = ${sql.lit(words)} then raise exception 'refused' using errcode = ${sql.lit(code)}; end if;
    return new; end $$`.execute(db)
  await sql`create trigger refuse before insert on messages for each row execute function refuse()`.execute(db)
  return () => sql`drop function refuse cascade`.execute(db)
}

/** A form as Twilio sends it, as it goes over the line. */
function twilioRequest(hub: Installation, fields: Record<string, string>): string {
  const signed = Object.entries(fields)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => name + value)
    .join('')
  const signature = createHmac('sha1', authToken).update(`${hub.url}/hooks/twilio${signed}`).digest('base64')
  return request('/hooks/twilio', new URLSearchParams(fields).toString(), 'application/x-www-form-urlencoded', [
    `x-twilio-signature: ${signature}`,
  ])
}

function metaRequest(body: object): string {
  const bytes = JSON.stringify(body)
  const signature = createHmac('sha256', metaSecret).update(bytes).digest('hex')
  return request('/hooks/meta', bytes, 'application/json', [`x-hub-signature-256: sha256=${signature}`])
}

const request = (path: string, body: string, type: string, headers: string[]) =>
  [
    `POST ${path} HTTP/1.1`,
    'host: desk.example',
    `content-type: ${type}`,
    `content-length: ${Buffer.byteLength(body)}`,
    ...headers,
    '',
    body,
  ].join('\r\n')

/** Sends requests on one line, one right behind the other: they arrive in this very order, and none waits for an answer. */
async function pipeline(hub: Installation, requests: string[]): Promise<void> {
  const { hostname, port } = new URL(hub.url)
  const line = connect(Number(port), hostname)
  let answers = ''
  line.setEncoding('utf8').on('data', (part: string) => (answers += part))
  line.write(requests.join(''))
  await eventually(() => expect(answers.split('HTTP/1.1 200')).toHaveLength(requests.length + 1))
  line.destroy()
}

it('P-4, T-3 what one person texts within a moment stands in the order it came', async () => {
  const { hub } = await startSms()
  onTestFinished(() => hub.close())
  await Promise.all(
    Array.from({ length: 8 }, (_, who) => {
      const form = (n: number) => ({
        MessageSid: `SM${who}-${n}`,
        From: `+49151${who}000000`,
        To: ourNumber,
        Body: `${n}`,
      })
      return pipeline(
        hub,
        Array.from({ length: many }, (_, n) => twilioRequest(hub, form(n))),
      )
    }),
  )
  await eventually(async () => expect(await said(hub)).toHaveLength(8 * many))
  const inOrder = Array.from({ length: many }, (_, n) => `${n}`)
  expect(await said(hub)).toEqual(Array.from({ length: 8 }, () => inOrder).flat())
})

it('P-4, T-4 of one person at Meta as well, whichever of their names a message bears', async () => {
  const { hub } = await startMeta()
  const who = [{ phone: '4915170000001', user: 'DE.1' }, { user: 'DE.1' }] as const
  const message = (n: number) => metaRequest(whatsApp(hub, who[n % 2] ?? {}, `${n}`))
  const inOrder = Array.from({ length: many }, (_, n) => `${n}`)
  await pipeline(
    hub,
    inOrder.map((n) => message(Number(n))),
  )
  await eventually(async () => expect(await said(hub)).toEqual(inOrder))
})

/** A desk of two processes, the first of which can take nothing in. */
async function busy() {
  const { hub } = await startSms()
  const second: App = await hub.secondProcess()
  onTestFinished(async () => {
    await second.close()
    await hub.close()
  })
  const release = await lockTable(hub, 'tickets', 'rows')
  const others = await fill(hub)
  const post = (at: string, body: string, sid: string) =>
    postTwilio({ ...hub, url: at }, { MessageSid: sid, From: hannes, To: ourNumber, Body: body })
  const ours = async () => (await said(hub)).filter((words) => words !== 'Hello')
  return { hub, second, post, ours, release: () => Promise.all([release(), ...others]) }
}

it('P-4 what comes after something that is kept for later is taken in after it, on another process too', async () => {
  const { hub, second, post, ours, release } = await busy()
  expect((await post(hub.url, 'First', 'SM1')).status).toBe(200)
  expect((await post(second.url, 'Second', 'SM2')).status).toBe(200)
  expect((await post(second.url, 'Second', 'SM2')).status).toBe(200)
  expect(await kept(hub)).toBe(2)
  await release()
  await eventually(async () => expect(await ours()).toEqual(['First', 'Second']))
  await eventually(async () => expect(await kept(hub)).toBe(0))
  expect((await post(hub.url, 'Third', 'SM3')).status).toBe(200)
  expect(await ours()).toEqual(['First', 'Second', 'Third'])
})

it('P-4, I1 and after a restart, where the store was away when its turn came', async () => {
  const { hub, post, ours, release } = await busy()
  const end = await refuse(hub, 'First', '53100')
  await post(hub.url, 'First', 'SM1')
  await release()
  const tried = () => hub.db.selectFrom('failed_hooks').select('error').execute()
  await eventually(async () => expect(await tried()).toEqual([{ error: 'error 53100' }]))
  await post(hub.url, 'Second', 'SM2')
  expect(await ours()).toEqual([])
  await end()
  await hub.restart()
  await eventually(async () => expect(await ours()).toEqual(['First', 'Second']))
})

it('P-4 nobody’s words wait behind what meets a bug of ours', async () => {
  const { hub, post, ours, release } = await busy()
  await refuse(hub, 'First', 'P0001')
  await post(hub.url, 'First', 'SM1')
  await post(hub.url, 'Second', 'SM2')
  expect(await kept(hub)).toBe(2)
  await release()
  await eventually(async () => expect(await ours()).toEqual(['Second']))
  await eventually(async () => expect(await kept(hub)).toBe(1))
  await post(hub.url, 'Third', 'SM3')
  expect(await ours()).toEqual(['Second', 'Third'])
})

it('P-4 a batch with somebody’s later words waits as a whole, and others’ do not', async () => {
  const { hub } = await startMeta()
  const ada = { phone: '4915170000001' }
  await hub.db
    .insertInto('failed_hooks')
    .values({
      id: hub.secrets.newId(),
      provider: 'meta',
      url: `${hub.url}/hooks/meta`,
      body: Buffer.from(JSON.stringify(whatsApp(hub, ada, 'Before'))),
      error: 'waits for its turn',
      senders: ['whatsapp 4915170000001'],
      received_at: sql`now()`,
      next_try_at: sql`now() + interval '30 days'`,
    })
    .execute()
  await tell(hub, whatsApp(hub, ada, 'After'))
  await tell(hub, whatsApp(hub, { phone: '4915170000002' }, 'Somebody else'))
  expect(await said(hub)).toEqual(['Somebody else'])
  await hub.restart()
  await eventually(async () => expect((await said(hub)).toSorted()).toEqual(['After', 'Before', 'Somebody else']))
  const ours = (await said(hub)).filter((words) => words !== 'Somebody else')
  expect(ours).toEqual(['Before', 'After'])
})
