import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AgentSocket, type Installation, type ShopperSocket, startInstallation } from '../installation.ts'
import { granted, load, openTicket, reply, rowOf, send, texts } from '../talk.ts'

const minute = 60_000
const hour = 60 * minute
/** A Wednesday in Berlin, 10:00 by its clocks. */
const wednesday = Date.UTC(2026, 10, 18, 9, 0)
const nine = { start: 9 * 60, end: 17 * 60 }

let hub: Installation
let agent: AgentSocket
let shopper: ShopperSocket
let people = 0

async function open(days: (typeof nine)[][]) {
  hub = await startInstallation(wednesday)
  await hub.settings((settings) => ({
    ...settings,
    webChat: {
      ...settings.webChat,
      officeHours: { days, holidays: [] },
      during: 'In a minute.',
      outside: 'In the morning.',
    },
  }))
  agent = (await hub.agent()).socket
}

/** A new shopper writes; what stands in their thread then. */
async function start(text = 'Hello') {
  shopper = await hub.shopper(`person ${++people}`)
  const { ticket } = await send(shopper, text)
  return ticket
}

/** Moves on to the next time a clock in Greenwich shows that hour; Berlin is one ahead. */
const untilHour = (wanted: number) => {
  const day = 24 * hour
  return hub.advance((((wanted * hour - (hub.clock.now() % day)) % day) + day) % day)
}

const thread = async () => texts((await load(shopper)).events)

describe('office hours from nine to five', () => {
  beforeAll(() => open(Array.from({ length: 7 }, () => [nine])))
  afterAll(() => hub.close())

  it('W-8a inside the hours the message that opens a ticket gets During, one that joins nothing', async () => {
    await start()
    await send(shopper, 'And another thing')
    await hub.advance(minute)
    await send(shopper, 'And one more')
    expect(await thread()).toEqual(['Hello', 'In a minute.', 'And another thing', 'And one more'])
  })

  it('W-8d it is no reply: the ticket stays unread and unanswered, and a repeat of the message brings no second one', async () => {
    shopper = await hub.shopper(`person ${++people}`)
    const message = { id: crypto.randomUUID(), text: 'Hello' }
    const answers = await Promise.all([1, 2, 3].map(() => shopper.emitWithAck('message.send', message)))
    const { ticket } = granted(await shopper.emitWithAck('message.send', message))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(await thread()).toEqual(['Hello', 'In a minute.'])
    expect(await rowOf(agent, ticket)).toMatchObject({ unread: true, preview: { from: 'customer', text: 'Hello' } })
    const { events } = await openTicket(agent, ticket)
    expect(events.at(-1)).toMatchObject({ type: 'message', from: 'automatic', name: null })
    const unread = await hub.get('/api/hub/session', { authorization: `Bearer ${await hub.token(`person ${people}`)}` })
    expect(await unread.json()).toMatchObject({ running: true, unread: 0 })
  })

  it('W-8b over the border: During up to the last moment of the day, Outside from five on, During again at nine', async () => {
    const now = hub.clock.now()
    await hub.advance(wednesday + 7 * hour - 1 - now)
    await start()
    expect(await thread()).toEqual(['Hello', 'In a minute.'])
    const early = shopper
    await hub.advance(1)
    await start()
    expect(await thread()).toEqual(['Hello', 'In the morning.'])
    const late = shopper

    // Joining while closed: Outside, once in the closed period, for those who have not had it.
    shopper = early
    await send(shopper, 'Anybody?')
    await send(shopper, 'Hm')
    expect(await thread()).toEqual(['Hello', 'In a minute.', 'Anybody?', 'In the morning.', 'Hm'])
    shopper = late
    await hub.advance(15 * hour)
    await send(shopper, 'Still night')
    expect(await thread()).toEqual(['Hello', 'In the morning.', 'Still night'])
    await hub.advance(hour)
    await send(shopper, 'Day')
    expect(await thread()).toEqual(['Hello', 'In the morning.', 'Still night', 'Day'])

    // The next closed period is another one.
    await hub.advance(9 * hour)
    await send(shopper, 'Second evening')
    await send(shopper, 'Again')
    expect((await thread()).slice(4)).toEqual(['Second evening', 'In the morning.', 'Again'])
  })

  it('W-8c not where an agent answered in this closed period', async () => {
    await untilHour(12)
    const ticket = await start()
    await untilHour(21)
    await reply(agent, ticket, 'Working late')
    await send(shopper, 'Thank you')
    expect((await thread()).slice(2)).toEqual(['Working late', 'Thank you'])
    // The night after, nobody has.
    await hub.advance(24 * hour)
    await send(shopper, 'And now?')
    expect((await thread()).slice(4)).toEqual(['And now?', 'In the morning.'])
  })

  it('W-9a every signed-in shopper can write, whatever the time', async () => {
    for (let n = 0; n < 5; n++) {
      await hub.advance(5 * hour)
      await start(`Message ${n}`)
      expect((await thread())[0]).toBe(`Message ${n}`)
      expect(
        await hub
          .get('/api/hub/session', { authorization: `Bearer ${await hub.token('anybody')}` })
          .then((r) => r.json()),
      ).toMatchObject({ chat: true })
    }
  })

  it('W-7d the drawer learns whether it is open and until when', async () => {
    const { hours } = await load(shopper)
    expect(hours).not.toBeNull()
    const now = hub.clock.now()
    await hub.advance((hours?.changesAt ?? now) - now)
    expect((await load(shopper)).hours?.open).toBe(!hours?.open)
  })
})

describe('no office hours', () => {
  beforeAll(() => open(Array.from({ length: 7 }, () => [])))
  afterAll(() => hub.close())

  it('W-8e, W-7c no automatic answer at all, and no hours to tell', async () => {
    await start()
    await hub.advance(20 * hour)
    await send(shopper, 'Later')
    expect(await thread()).toEqual(['Hello', 'Later'])
    expect((await load(shopper)).hours).toBeNull()
  })
})
