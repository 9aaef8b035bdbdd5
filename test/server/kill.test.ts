import { randomUUID } from 'node:crypto'
import { SignJWT } from 'jose'
import { io } from 'socket.io-client'
import { expect, it, onTestFinished } from 'vitest'
import type { Refused } from '../../server/protocol/errors.ts'
import { protocolVersion } from '../../server/protocol/version.ts'
import { connect } from '../../server/store/connect.ts'
import { openEmbedded } from '../../server/store/embedded/open.ts'
import accounts from '../../server/demo-accounts.json' with { type: 'json' }
import { type DeskProcess, deskOnDisk, shop } from './desk-process.ts'
import { dice } from './dice.ts'
import type { AgentSocket, ShopperSocket } from './installation.ts'
import { threadProblems } from './thread-problems.ts'

const rounds = 20
const shoppers = 4

type Sent = { ok: true; n: number; at: number; ticket?: string }
type Written = { id: string; text: string; author: string; tries: number; answers: Sent[] }

/** One writer, who tries the same message under the same id until it is answered, over every connection there is. */
function createWriter(
  name: string,
  socket: { readonly connected: boolean; disconnect(): unknown },
  connected: () => Promise<void>,
  ask: (message: Written) => Promise<Sent | Refused>,
) {
  const written: Written[] = []
  let resting = false
  let stopped = false
  const run = async () => {
    for (let n = 0; !stopped; ) {
      if (!socket.connected) {
        await connected()
        continue
      }
      let message = written.find(({ answers }) => answers.length === 0)
      if (message === undefined) {
        if (resting) return
        message = { id: randomUUID(), text: `${name} ${++n}`, author: name, tries: 0, answers: [] }
        written.push(message)
      }
      message.tries++
      const answer = await ask(message).catch(() => undefined)
      if (answer?.ok === true) message.answers.push(answer)
      else if (answer !== undefined && !answer.retry) throw new Error(`${name}: ${answer.code}`)
    }
  }
  const running = run()
  onTestFinished(() => {
    stopped = true
    socket.disconnect()
  })
  return {
    written,
    acknowledged: () => written.filter(({ answers }) => answers.length > 0).length,
    /** Nothing new from now on; resolves when everything is answered. */
    async rest() {
      resting = true
      await running
    },
    /** Everything so far was answered: the first message once more, as a page that missed its answer would. */
    async repeatFirst() {
      const [first] = written
      if (first !== undefined) expect(await ask(first)).toEqual(first.answers[0])
    },
  }
}

const options = { transports: ['websocket'], forceNew: true, reconnectionDelay: 20, reconnectionDelayMax: 100 }

async function shopperWriter(url: string, sub: string) {
  const token = await new SignJWT({ name: sub })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(sub)
    .setAudience(shop.id)
    .setIssuedAt()
    .setExpirationTime('14m')
    .sign(new TextEncoder().encode(shop.secret))
  const auth = { v: protocolVersion, token }
  const extraHeaders = { origin: shop.origin }
  const socket: ShopperSocket = io(url, { ...options, path: '/socket/customer', auth, extraHeaders })
  const connected = () => new Promise<void>((resolve) => void socket.once('connect', resolve))
  return createWriter(sub, socket, connected, ({ id, text }) =>
    socket.timeout(3_000).emitWithAck('message.send', { id, text }),
  )
}

async function agentWriter(url: string, ticket: () => string) {
  const { email, password } = accounts[1] ?? { email: '', password: '' }
  const headers = { 'content-type': 'application/json', origin: url, 'x-hub': '1' }
  const answer = await fetch(`${url}/api/sign-in`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ email, password }),
  })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  const auth = { v: protocolVersion }
  const socket: AgentSocket = io(url, {
    ...options,
    path: '/socket/agent',
    auth,
    extraHeaders: { cookie, origin: url },
  })
  // One message keeps its ticket over all its tries.
  const tickets = new Map<string, string>()
  const connected = () => new Promise<void>((resolve) => void socket.once('connect', resolve))
  return createWriter('agent', socket, connected, ({ id, text }) => {
    const to = tickets.get(id) ?? ticket()
    tickets.set(id, to)
    return socket.timeout(3_000).emitWithAck('reply.send', { ticket: to, id, text })
  })
}

it(`I1, I2 kill -9 of the desk ${rounds} times under traffic: what was acknowledged is there once, the rest arrives`, async () => {
  const { below, among } = dice(4)
  const desk = await deskOnDisk()
  let running: DeskProcess = await desk.start()
  const writers = await Promise.all(
    Array.from({ length: shoppers }, (_, n) => shopperWriter(running.url, `shopper-${n}`)),
  )
  const acknowledged = () => writers.reduce((sum, writer) => sum + writer.acknowledged(), 0)
  const reached = (count: number) => until(() => acknowledged() >= count)

  await reached(shoppers * 3)
  const known = writers.flatMap((writer) => writer.written.flatMap(({ answers }) => answers[0]?.ticket ?? []))
  writers.push(await agentWriter(running.url, () => among(known)))

  for (let round = 0; round < rounds; round++) {
    await reached(acknowledged() + 3 + below(15))
    await running.kill()
    running = await desk.start()
  }
  await reached(acknowledged() + 10)
  await Promise.all(writers.map((writer) => writer.rest()))
  for (const writer of writers) await writer.repeatFirst()
  expect(await running.stop()).toBe(0)

  const embedded = await openEmbedded({ dataDir: desk.dataDir, log: () => undefined })
  const store = connect(embedded.config)
  onTestFinished(async () => {
    await store.close()
    await embedded.close()
  })
  const kept = await store.db
    .selectFrom('messages')
    .innerJoin('events', 'events.message_id', 'messages.id')
    .leftJoin('customers', 'customers.id', 'messages.author_id')
    .select([
      'messages.id',
      'messages.text',
      'messages.ticket_id',
      'customers.shop_id',
      'events.customer_seq',
      'events.seq',
      'events.at',
    ])
    .where('messages.author_kind', '<>', 'automatic')
    .execute()
  const written = writers.flatMap((writer) => writer.written)
  expect(kept).toHaveLength(written.length)
  const byId = new Map(kept.map((message) => [message.id, message]))
  for (const { id, text, author, answers } of written) {
    const message = byId.get(id)
    expect(message).toMatchObject({ text, shop_id: author === 'agent' ? null : author })
    const first = answers[0]
    expect(first).toMatchObject({ n: author === 'agent' ? message?.seq : message?.customer_seq, at: message?.at })
    expect(first?.ticket ?? message?.ticket_id).toBe(message?.ticket_id)
  }
  // What one shopper wrote stands in the order it was written, in one conversation without a gap.
  for (const writer of writers) {
    const places = writer.written.map(({ id }) => byId.get(id))
    const ofShopper = places.filter((place) => place?.shop_id !== null)
    expect(ofShopper.map((place) => place?.seq)).toEqual(
      ofShopper.map((place) => place?.seq).toSorted((a, b) => (a ?? 0) - (b ?? 0)),
    )
  }
  expect(await threadProblems(store.db)).toEqual([])
  const retried = written.filter(({ tries }) => tries > 1).length
  expect(retried).toBeGreaterThan(0)
  console.info(`${written.length} messages over ${rounds} kills, ${retried} of them tried more than once`)
}, 240_000)

/** Waits for a condition that every acknowledgement may bring about. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => void setTimeout(resolve, 5))
}
