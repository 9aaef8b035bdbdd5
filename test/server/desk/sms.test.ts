import { describe, expect, it, onTestFinished } from 'vitest'
import { saying } from '../channels/saying.ts'
import { say, granted, openTicket, send, texts } from '../talk.ts'
import type { AgentSocket, Installation } from '../installation.ts'
import { ourNumber, otherNumber, postTwilio, startSms, text } from '../text-messages.ts'
import { eventually } from '../../eventually.ts'

const hannes = '+4930231251001'
const day = 24 * 3_600_000

async function desk(...given: Parameters<typeof startSms>) {
  const made = await startSms(...given)
  onTestFinished(() => made.hub.close())
  const { socket } = await made.hub.agent()
  return { ...made, agent: socket }
}

const rows = async (agent: AgentSocket) =>
  granted(await agent.emitWithAck('list.read', { view: 'all', status: 'any', sort: 'newest', after: null })).rows

/** The one ticket there is. */
async function only(agent: AgentSocket) {
  const [row, ...others] = await rows(agent)
  if (row === undefined || others.length > 0) throw new Error(`There are ${others.length + (row ? 1 : 0)} tickets.`)
  return row
}

const answer = async (agent: AgentSocket, ticket: string, words: string) => {
  const message = say(words)
  return { ...message, said: await agent.emitWithAck('reply.send', { ticket, ...message }) }
}

/** What the thread says of each message that left the house, last word only. */
async function states(agent: AgentSocket, ticket: string) {
  const { events } = await openTicket(agent, ticket)
  return new Map(events.flatMap((e) => (e.type === 'delivery' ? [[e.message, e.state] as const] : [])))
}

const subscribe = (hub: Installation) => text(hub, hannes, 'JOIN')

describe('a text message', () => {
  it('T-3, T-11 opens the person’s one ticket; the next joins it, on whichever of our numbers, and reopens it', async () => {
    const { hub, agent } = await desk()
    await text(hub, hannes, 'Where is my parcel?')
    const opened = await only(agent)
    expect(opened).toMatchObject({ channel: 'sms', status: 'open', unread: true, customer: { name: hannes } })
    granted(await agent.emitWithAck('ticket.close', { ticket: opened.id }))
    await text(hub, hannes, 'Hello?', { to: otherNumber })
    expect(await only(agent)).toMatchObject({ id: opened.id, number: opened.number, status: 'open', unread: true })
    expect(texts((await openTicket(agent, opened.id)).events)).toEqual(['Where is my parcel?', 'Hello?'])
  })

  it('S-3c that reopens a ticket before an agent’s eyes leaves it read', async () => {
    const { hub, agent } = await desk()
    await text(hub, hannes, 'Hello')
    const { id: ticket } = await only(agent)
    granted(await agent.emitWithAck('ticket.close', { ticket }))
    agent.emit('viewing', { ticket, visible: true })
    const pages = () => hub.db.selectFrom('pages').select('id').where('ticket_id', '=', ticket).execute()
    await eventually(async () => expect(await pages()).toHaveLength(1))
    await text(hub, hannes, 'One more thing')
    expect(await only(agent)).toMatchObject({ id: ticket, status: 'open', unread: false })
  })

  it('P-4 told twice, or twenty times at once, is one message', async () => {
    const { hub, agent } = await desk()
    const again = Array.from({ length: 20 }, () => text(hub, hannes, 'Once', { sid: 'SMtwin' }))
    await Promise.all(again)
    expect(texts((await openTicket(agent, (await only(agent)).id)).events)).toEqual(['Once'])
  })

  it('T-3 twenty different ones at once make one ticket', async () => {
    const { hub, agent } = await desk()
    await Promise.all(Array.from({ length: 20 }, (_, n) => text(hub, hannes, `Message ${n}`)))
    expect(texts((await openTicket(agent, (await only(agent)).id)).events)).toHaveLength(20)
  })

  it('P-4 comes in with the right signature only, and never before a secret is there', async () => {
    const { hub, agent } = await desk()
    const fields = { MessageSid: 'SM1', From: hannes, To: ourNumber, Body: 'Let me in' }
    expect((await postTwilio(hub, fields, undefined, 'another token')).status).toBe(403)
    const owner = await hub.member('owner')
    await hub.post('/api/settings/secrets', { twilioAuthToken: null }, owner, 'PUT')
    expect((await postTwilio(hub, fields, undefined, '')).status).toBe(403)
    expect(await rows(agent)).toEqual([])
  })

  it('P-4 what we have no use for is a quiet 200', async () => {
    const { hub, agent } = await desk()
    expect((await postTwilio(hub, { Something: 'else' })).status).toBe(200)
    expect((await postTwilio(hub, { MessageSid: 'SM7', MessageStatus: 'delivered', To: hannes })).status).toBe(200)
    expect(await rows(agent)).toEqual([])
  })
})

it('S-8c a clean message takes a ticket out of Spam, open and unread, without a late automatic answer', async () => {
  const { hub, sent } = await desk()
  const shopper = await hub.shopper('rosa')
  await send(shopper, 'Hello from the shop')
  await text(hub, hannes, 'Hello')
  await hub.settings((settings) => ({
    ...settings,
    sms: { ...settings.sms, autoresponder: { audience: 'everybody', text: 'We have it.' } },
  }))
  await hub.db.updateTable('tickets').set({ spam: true, unread: false }).execute()
  await send(shopper, 'It is really me')
  await text(hub, hannes, 'Really')
  const marked = await hub.db.selectFrom('tickets').select(['channel', 'spam', 'unread']).orderBy('number').execute()
  expect(marked).toEqual([
    { channel: 'web_chat', spam: false, unread: true },
    { channel: 'sms', spam: false, unread: true },
  ])
  expect(sent()).toEqual([])
})

describe('an answer by text message', () => {
  it('R-2, M-3 is refused before the customer has agreed, and goes after JOIN; STOP ends it', async () => {
    const { hub, agent, sent } = await desk()
    await text(hub, hannes, 'Hello')
    const { id, reply } = await only(agent)
    expect(reply).toEqual({ offered: [{ channel: 'sms', until: null, refused: 'no_consent' }], chosen: 'sms' })
    expect((await answer(agent, id, 'Hi')).said).toMatchObject({ ok: false, code: 'no_consent' })
    await subscribe(hub)
    expect((await only(agent)).reply.offered).toEqual([{ channel: 'sms', until: null, refused: null }])
    expect((await answer(agent, id, 'Hi again')).said).toMatchObject({ ok: true })
    await eventually(() => expect(sent()).toMatchObject([{ To: hannes, From: ourNumber, Body: 'Hi again' }]))
    await text(hub, hannes, ' stop ')
    expect((await answer(agent, id, 'One more')).said).toMatchObject({ ok: false, code: 'opted_out' })
    expect(texts((await openTicket(agent, id)).events)).toEqual(['Hello', 'Hi again'])
  })

  it('R-13 shows sent, delivered and failed, in whatever order reports come', async () => {
    const { hub, agent, sent } = await desk()
    await text(hub, hannes, 'Hello')
    await subscribe(hub)
    const { id } = await only(agent)
    const first = await answer(agent, id, 'One')
    await eventually(async () => expect((await states(agent, id)).get(first.id)).toBe('sent'))
    const address = new URL(sent()[0]?.['StatusCallback'] ?? '')
    const report = (state: string, more: Record<string, string> = {}) =>
      postTwilio(hub, { MessageSid: 'SM1', MessageStatus: state, ...more }, address.pathname + address.search)
    await report('delivered')
    await report('sent')
    await report('failed', { ErrorCode: '30003' })
    expect((await states(agent, id)).get(first.id)).toBe('delivered')
    expect((await openTicket(agent, id)).events.filter(({ type }) => type === 'delivery')).toHaveLength(2)
  })

  it('R-13 what the provider refuses has failed at once, with its reason, and Retry sends it again', async () => {
    let refuses = true
    const { hub, agent, sent } = await desk({}, () =>
      refuses
        ? { status: 400, body: '{"code":21614,"message":"not a mobile number"}' }
        : { status: 201, body: '{"sid":"SM9"}' },
    )
    await text(hub, hannes, 'Hello')
    await subscribe(hub)
    const { id } = await only(agent)
    const message = await answer(agent, id, 'Hi')
    await eventually(async () => expect((await states(agent, id)).get(message.id)).toBe('failed'))
    const { events } = await openTicket(agent, id)
    expect(events.at(-1)).toMatchObject({ type: 'delivery', state: 'failed', words: saying('landline') })
    refuses = false
    granted(await agent.emitWithAck('delivery.retry', { message: message.id }))
    await eventually(async () => expect((await states(agent, id)).get(message.id)).toBe('sent'))
    granted(await agent.emitWithAck('delivery.retry', { message: message.id }))
    expect(sent()).toHaveLength(2)
    const owner = await hub.member('owner')
    const exported: unknown = await (await hub.get('/api/tickets/1/export', owner)).json()
    expect(exported).toMatchObject({
      deliveries: [{ message: message.id, to: hannes, from: ourNumber, state: 'sent', externalId: 'SM9', error: null }],
    })
  })

  it('M-3 a STOP that only the provider knows of is learned from its refusal', async () => {
    const { hub, agent } = await desk({}, () => ({ status: 400, body: '{"code":21610,"message":"unsubscribed"}' }))
    await text(hub, hannes, 'Hello')
    await subscribe(hub)
    const { id } = await only(agent)
    await answer(agent, id, 'Hi')
    await eventually(async () => expect((await only(agent)).reply.offered[0]?.refused).toBe('opted_out'))
  })

  it('R-13 several leave in the order they were written; a provider that is down is asked again', async () => {
    let down = true
    const { hub, agent, sent } = await desk({}, () =>
      down ? { status: 503, body: '' } : { status: 201, body: `{"sid":"SM${Math.random()}"}` },
    )
    await text(hub, hannes, 'Hello')
    await subscribe(hub)
    const { id } = await only(agent)
    for (const words of ['One', 'Two', 'Three']) granted((await answer(agent, id, words)).said)
    // The try is written down: the next one is a matter of time.
    const tried = () => hub.db.selectFrom('deliveries').selectAll().where('attempts', '=', 1).executeTakeFirst()
    await eventually(async () => expect((await tried())?.attempt_at).toBeNull())
    down = false
    await hub.advance(5_000)
    await eventually(() => expect(sent().map(({ Body }) => Body)).toEqual(['One', 'One', 'Two', 'Three']))
  })

  it('R-2 is not offered while the channel is switched off', async () => {
    const { hub, agent } = await desk()
    await text(hub, hannes, 'Hello')
    await subscribe(hub)
    const { id } = await only(agent)
    await hub.settings((settings) => ({ ...settings, sms: { ...settings.sms, on: false } }))
    expect((await only(agent)).reply.offered).toEqual([{ channel: 'sms', until: null, refused: 'not_connected' }])
    expect((await answer(agent, id, 'Hi')).said).toMatchObject({ ok: false, code: 'not_connected' })
  })

  it('S-2 into a closed ticket reopens it, and T-3 leaves from the number last written to', async () => {
    const { hub, agent, sent } = await desk()
    await subscribe(hub)
    await text(hub, hannes, 'Hello')
    await text(hub, hannes, 'Or here?', { to: otherNumber })
    const { id } = await only(agent)
    granted(await agent.emitWithAck('ticket.close', { ticket: id }))
    granted((await answer(agent, id, 'Here')).said)
    expect(await only(agent)).toMatchObject({ id, status: 'open', closedAt: null, unread: false })
    await eventually(() => expect(sent()).toMatchObject([{ From: otherNumber }]))
  })
})

describe('a keyword', () => {
  it('M-1, T-7 opens, wakes and unreads nothing, and leaves a quiet line in a live thread', async () => {
    const { hub, agent } = await desk()
    await text(hub, hannes, 'STOP')
    expect(await rows(agent)).toEqual([])
    await text(hub, hannes, 'Hello')
    const { id } = await only(agent)
    granted(await agent.emitWithAck('ticket.snooze', { ticket: id, until: hub.clock.now() + day }))
    granted(await agent.emitWithAck('ticket.read', { ticket: id, n: 1 }))
    await text(hub, hannes, 'Start')
    expect(await only(agent)).toMatchObject({ status: 'snoozed', unread: false })
    expect((await openTicket(agent, id)).events.at(-1)).toMatchObject({
      type: 'keyword',
      keyword: 'join',
      text: 'Start',
    })
  })

  it('M-1 is answered by us where the provider does not, once', async () => {
    const { hub, sent } = await desk({ providerAnswers: false })
    await text(hub, hannes, 'STOP')
    await text(hub, hannes, 'STOP')
    await text(hub, hannes, 'START')
    await eventually(() =>
      expect(sent().map(({ Body }) => Body)).toEqual([
        expect.stringContaining('no more messages'),
        expect.stringContaining('from now on'),
      ]),
    )
  })
})

it('M-1a HELP is answered where nobody has named an address for help, too', async () => {
  const { hub, sent } = await desk({ providerAnswers: false })
  await text(hub, hannes, 'HELP')
  await eventually(() => expect(sent()).toMatchObject([{ To: hannes, Body: saying(/^Your shop: .*help.*STOP/) }]))
})

it('M-1i is not answered a second time where the provider says that it acted on it', async () => {
  const { hub, sent } = await desk({ providerAnswers: false })
  const said = (sid: string, Body: string, more: Record<string, string> = {}) =>
    postTwilio(hub, { MessageSid: sid, From: hannes, To: ourNumber, Body, ...more })
  await said('SMadvanced', 'Start again', { OptOutType: 'START' })
  await said('SMplain', 'START')
  await eventually(() => expect(sent()).toMatchObject([{ Body: saying('from now on') }]))
  expect(await hub.db.selectFrom('deliveries').selectAll().execute()).toHaveLength(1)
})

describe('the autoresponder', () => {
  it('M-2 answers once in 24 hours, and not what an agent has answered', async () => {
    const autoresponder = { audience: 'everybody' as const, text: '{{organization}}: we have it.' }
    const { hub, sent } = await desk({ autoresponder })
    await text(hub, hannes, 'Hello')
    await text(hub, hannes, 'Anybody?')
    await hub.advance(day - 1)
    await text(hub, hannes, 'Still there?')
    await eventually(() => expect(sent().map(({ Body }) => Body)).toEqual(['Your shop: we have it.']))
    await hub.advance(1)
    await text(hub, hannes, 'The next day')
    await eventually(() => expect(sent()).toHaveLength(2))
  })
})
