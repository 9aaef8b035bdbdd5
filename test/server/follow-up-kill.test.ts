import { SignJWT } from 'jose'
import { sql } from 'kysely'
import { io } from 'socket.io-client'
import { expect, it } from 'vitest'
import { protocolVersion } from '../../server/protocol/version.ts'
import type { Db } from '../../server/store/connect.ts'
import { signedIn, within } from './demo-desk.ts'
import { deskOnDisk, shop } from './desk-process.ts'
import type { ShopperSocket } from './installation.ts'
import { startRelay } from './mails.ts'
import { granted, reply, send } from './talk.ts'

it('W-10c, D-10f one follow-up mail and one question, each with a kill -9 a second before and while it is fired', async () => {
  const relay = await startRelay()
  const desk = await deskOnDisk({ TEST_CLOCK: '1', SMTP_RELAY_URL: relay.url, SMTP_PORT: '0' })
  let running = await desk.start()
  const withMailbox = (db: Db) =>
    sql`update settings set version = version + 1, body = jsonb_set(
      jsonb_set(body::jsonb, '{webChat,satisfaction}', 'true'), '{email}', body::jsonb -> 'email'
      || '{"on":true,"mailboxes":[{"address":"support@shop.example","forwardsTo":"support@desk.example"}]}')`.execute(
      db,
    )
  await within(desk.dataDir, withMailbox)
  const advance = async (seconds: number) => {
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify({ advance: seconds * 1_000 })
    const answer = await fetch(`${running.url}/test/clock`, { method: 'POST', headers, body })
    if (!answer.ok) throw new Error(`The clock was not moved: ${await answer.text()}`)
  }
  const token = await new SignJWT({ name: 'Ada', email: 'ada@post.example' })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject('ada')
    .setAudience(shop.id)
    .setIssuedAt()
    .setExpirationTime('14m')
    .sign(new TextEncoder().encode(shop.secret))
  const shopper: ShopperSocket = io(running.url, {
    path: '/socket/customer',
    transports: ['websocket'],
    forceNew: true,
    auth: { v: protocolVersion, token },
    extraHeaders: { origin: shop.origin },
  })
  await new Promise<void>((resolve) => void shopper.once('connect', resolve))
  const { ticket } = await send(shopper, 'Where is my parcel?')
  shopper.disconnect()

  const agent = await signedIn(running.url)
  for (const text of ['One', 'Two', 'Three']) await reply(agent, ticket, text)
  granted(await agent.emitWithAck('ticket.close', { ticket }))
  agent.disconnect()
  // A relay may be told twice of one mail; its Message-ID says so (F19).
  const told = () => new Set(relay.taken.map(({ headers }) => headers.get('message-id')))
  /** Whatever is due a second after so many seconds is fired while the desk dies, and again. */
  const killedAround = async (seconds: number, gone: number) => {
    await advance(seconds)
    expect(told().size).toBeLessThan(gone + 1)
    await running.kill()
    running = await desk.start()
    const fired = advance(1).catch(() => undefined)
    await running.kill()
    await fired
    running = await desk.start()
    await advance(61)
  }
  await killedAround(179, 0)
  await killedAround(600 - 180 - 61 - 1, 1)
  const deliveries = await within(desk.dataDir, (db) =>
    db
      .selectFrom('deliveries')
      .innerJoin('mails', 'mails.message_id', 'deliveries.message_id')
      .select(['mails.mail_id', 'mails.whole', 'mails.subject'])
      .orderBy('deliveries.n')
      .execute(),
  )
  expect(await running.stop()).toBe(0)
  expect(deliveries.map(({ subject }) => subject)).toEqual([
    expect.stringMatching(/^Your chat with /),
    expect.stringMatching(/^How was your contact with /),
  ])
  for (const text of ['One', 'Two', 'Three']) expect(deliveries[0]?.whole).toContain(text)
  expect(told().size).toBeLessThan(3)
}, 120_000)
