import { createTransport } from 'nodemailer'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Settings } from '../../../server/protocol/settings.ts'
import { type Installation, startInstallation } from '../installation.ts'
import {
  answerTo,
  inbound,
  mail,
  only,
  rows,
  said,
  startMail,
  startRelay,
  support,
  type Taken,
  withMail,
} from '../mails.ts'
import { granted, reply, send } from '../talk.ts'
import { eventually } from '../../eventually.ts'

const ada = 'ada@customer.example'
const team = ['team@shop.example', 'night@shop.example']

const telling = (addresses: string[]) => (settings: Settings) => ({
  ...settings,
  general: { ...settings.general, notify: addresses },
})

/** A desk with mail that tells these addresses. */
async function startTelling(addresses = team, says?: Parameters<typeof startMail>[1]) {
  const started = await startMail({}, says)
  await started.hub.settings(telling(addresses))
  return started
}

/** A round comes each second at the latest. */

const waiting = (hub: Installation) => hub.db.selectFrom('notices').select(['address', 'state', 'attempts']).execute()

/** The first try is over, and waits for the next. */
const triedOnce = (hub: Installation) =>
  eventually(async () => {
    const found = await hub.db.selectFrom('notices').select(['attempts', 'attempt_at']).execute()
    expect(found).toEqual([{ attempts: 1, attempt_at: null }])
  })

describe('a notice', () => {
  it('M-6 goes to every address of the settings: who wrote what, and where to answer', async () => {
    const { hub, agent, relay, sent } = await startTelling()
    await mail(hub, { from: ada, name: 'Ada', subject: 'My plate', text: 'It broke.' })
    const { id, number } = await only(agent)
    await sent(2)
    expect(relay.taken.flatMap(({ to }) => to).toSorted()).toEqual(team.toSorted())
    const [one, other] = relay.taken
    expect(one).toMatchObject({ subject: `Ada: My plate (#${number})` })
    expect(one?.text).toContain('Ada wrote by email:\n\nIt broke.')
    expect(one?.text).toContain(`${hub.url}/inbox/all/${id}`)
    expect(Object.fromEntries(one?.headers ?? [])).toMatchObject({
      'auto-submitted': 'auto-generated',
      'x-auto-response-suppress': 'All',
    })
    expect(one?.headers.get('from')).toContain(support)
    expect(one?.headers.get('message-id')).not.toBe(other?.headers.get('message-id'))
    expect(one?.headers.get('references')).toBe(other?.headers.get('references'))
  })

  it('M-6 goes to nobody unless somebody is named, and tells of nothing that came before', async () => {
    const { hub, agent, relay, sent } = await startMail()
    const first = await mail(hub, { from: ada, text: 'One' })
    await only(agent)
    expect(await waiting(hub)).toEqual([])
    await hub.settings(telling(['team@shop.example']))
    await mail(hub, { from: ada, text: 'Two', answers: first })
    expect((await sent()).text).toMatch(/^Ada?[^\n]*wrote by email:\n\nTwo\n/i)
    expect(relay.taken).toHaveLength(1)
  })

  it('M-6 tells of the channels that were chosen only, in a running conversation too', async () => {
    const { hub, agent, relay, sent } = await startMail()
    await hub.settings((settings) => ({
      ...settings,
      general: { ...settings.general, notify: ['team@shop.example'], notifyChannels: ['email'] },
    }))
    const shopper = await hub.shopper('ada')
    await send(shopper, 'One')
    await send(shopper, 'Two')
    await mail(hub, { from: ada, text: 'By mail' })
    await eventually(async () => expect(await rows(agent)).toHaveLength(2))
    expect((await sent()).text).toContain('By mail')
    expect(await waiting(hub)).toHaveLength(1)
    expect(relay.taken).toHaveLength(1)
  })

  it('M-6 tells of a web chat too, at once of the first message and together of what follows within a minute', async () => {
    const { hub, relay, sent } = await startTelling(['team@shop.example'])
    const shopper = await hub.shopper('ada', { token: await hub.token('ada', { name: 'Ada' }) })
    await send(shopper, 'One')
    expect((await sent()).text).toContain('Ada wrote by web chat:\n\nOne')
    await eventually(async () => expect(await waiting(hub)).toMatchObject([{ state: 'sent' }]))
    await send(shopper, 'Two')
    await send(shopper, 'Three')
    await hub.advance(59_000)
    expect(relay.taken).toHaveLength(1)
    await hub.advance(2_000)
    expect((await sent(2)).text).toContain('Two\n\nThree\n\n___')
    expect(relay.taken).toHaveLength(2)
  })

  it('M-6, S-9, P-5 tells nothing of a blocked writer, of machines, or of what is read as it comes', async () => {
    const { hub, agent, relay, sent } = await startTelling(['team@shop.example'])
    const first = await mail(hub, { from: ada, text: 'One' })
    const { id, customer } = await only(agent)
    await sent()
    await mail(hub, { from: 'noreply@machine.example', text: 'Thank you for your order' })
    await mail(hub, { from: 'away@friend.example', text: 'Away', headers: { 'Auto-Submitted': 'auto-replied' } })
    await mail(hub, { from: 'list@friend.example', text: 'News', headers: { 'List-Id': '<news.friend.example>' } })
    agent.emit('viewing', { ticket: id, visible: true })
    await eventually(async () => {
      const pages = await hub.db.selectFrom('pages').select('id').where('ticket_id', '=', id).execute()
      expect(pages).toHaveLength(1)
    })
    await mail(hub, { from: ada, text: 'Two', answers: first })
    granted(await agent.emitWithAck('customer.block', { customer: customer.id }))
    await mail(hub, { from: ada, text: 'Three' })
    expect(await rows(agent)).toHaveLength(4)
    expect(await waiting(hub)).toEqual([{ address: 'team@shop.example', state: 'sent', attempts: 1 }])
    expect(relay.tried).toHaveLength(1)
  })

  it('M-6, F19 is tried again under the same Message-ID, tells then of all that came, and holds up no answer', async () => {
    let down = true
    const { hub, agent, relay, sent } = await startTelling(['team@shop.example'], ({ to }) =>
      down && to.includes('team@shop.example') ? { code: 451, words: '4.7.1 Later' } : null,
    )
    const first = await mail(hub, { from: ada, text: 'One' })
    await triedOnce(hub)
    const { id } = await only(agent)
    await reply(agent, id, 'An answer')
    expect((await sent()).to).toEqual([ada])
    await mail(hub, { from: ada, text: 'Two', answers: first })
    down = false
    await hub.advance(6_000)
    const told = await sent(2)
    expect(told.text).toContain('One\n\nTwo')
    expect(told.headers.get('message-id')).toBe(relay.tried[0]?.headers.get('message-id'))
    expect(relay.taken).toHaveLength(2)
  })

  it('M-6 that its address refuses for good ends there', async () => {
    const { hub, relay } = await startTelling(['team@shop.example'], () => ({ code: 550, words: '5.1.1 Nobody' }))
    await mail(hub, { from: ada, text: 'One' })
    await eventually(async () =>
      expect(await waiting(hub)).toEqual([{ address: 'team@shop.example', state: 'failed', attempts: 1 }]),
    )
    expect(relay.tried).toHaveLength(1)
  })

  it('M-6 goes to none of our own mailboxes; one that comes back to us says nothing new', async () => {
    const { hub, agent, relay, sent } = await startTelling([support, inbound, 'team@shop.example'])
    await mail(hub, { from: ada, text: 'One' })
    const told = await sent()
    await mail(hub, { from: support, raw: told.raw.toString() })
    await mail(hub, { from: 'team@shop.example', ...answerTo(told), id: told.headers.get('message-id') ?? '' })
    expect(await said(agent, (await only(agent)).id)).toEqual(['One'])
    expect(relay.tried).toHaveLength(1)
  })

  it('M-6 is dropped when its address has left the settings meanwhile', async () => {
    const { hub, relay } = await startTelling(['team@shop.example'], () => ({ code: 451, words: '4.7.1 Later' }))
    await mail(hub, { from: ada, text: 'One' })
    await triedOnce(hub)
    await hub.settings(telling([]))
    await hub.advance(6_000)
    await eventually(async () => expect(await waiting(hub)).toEqual([]))
    expect(relay.tried).toHaveLength(1)
  })
})

/** Two desks with mail, each of which hands what it sends to the other's door where it is for the other. */
async function startTwo() {
  const desks = new Map<string, Installation>()
  const passed: { host: string; mail: Taken }[] = []
  const post = async (letter: Taken) => {
    const host = /@(.*)$/.exec(letter.to[0] ?? '')?.[1] ?? ''
    const desk = desks.get(host)
    passed.push({ host, mail: letter })
    if (desk === undefined) return
    const transport = createTransport({ host: '127.0.0.1', port: desk.smtpPort ?? 0, ignoreTLS: true })
    await transport.sendMail({ envelope: { from: letter.envelopeFrom, to: letter.to }, raw: letter.raw })
    transport.close()
  }
  const start = async (host: string, other: string) => {
    const relay = await startRelay((letter) => {
      void post(letter)
      return null
    })
    const hub = await startInstallation(undefined, {
      // As every installation has its own: marks of one mean nothing to the other.
      appSecret: `the app secret of ${host}, long enough`,
      smtp: { host: '127.0.0.1', port: 0 },
      providers: { twilioUrl: relay.url, metaUrl: relay.url, metaVersion: 'v25.0', relayUrl: relay.url },
    })
    onTestFinished(() => hub.close())
    const address = `support@${host}`
    // That two strangers' machines are no spam to each other is not what is proved here.
    await hub.settings(({ scanner, ...settings }) =>
      telling([`support@${other}`])(
        withMail(
          { ...settings, scanner: { ...scanner, email: false } },
          { mailboxes: [{ address, forwardsTo: `in@${host}` }] },
        ),
      ),
    )
    desks.set(host, hub)
    return { hub, agent: (await hub.agent()).socket, address }
  }
  const a = await start('a.example', 'b.example')
  const b = await start('b.example', 'a.example')
  return { a, b, passed }
}

describe('two desks that write to each other', () => {
  it('P-5, M-6, S14 each told of the other’s messages by mail, stop by themselves', async () => {
    const { a, b, passed } = await startTwo()
    await mail(a.hub, { from: ada, to: a.address, text: 'Hello A' })
    await eventually(async () => expect(await rows(b.agent)).toHaveLength(1))
    await mail(b.hub, { from: ada, to: b.address, text: 'Hello B' })
    await eventually(async () => expect(await rows(a.agent)).toHaveLength(2))
    for (const { hub } of [a, b]) {
      await hub.advance(10 * 60_000)
      await eventually(async () => expect(await waiting(hub)).toMatchObject([{ state: 'sent' }]))
    }
    expect(passed.map(({ host }) => host)).toEqual(['b.example', 'a.example'])
    expect(await rows(a.agent)).toHaveLength(2)
    expect(await rows(b.agent)).toHaveLength(2)
  })

  it('R-1, P-5 whose agents answer each other stay in one ticket each, and no machine joins in', async () => {
    const { a, b, passed } = await startTwo()
    await mail(a.hub, { from: b.address, to: a.address, text: 'An order, please', id: '<order@b.example>' })
    const atA = await only(a.agent)
    await reply(a.agent, atA.id, 'Which one?')
    const atB = await eventually(async () => {
      const found = (await rows(b.agent)).find(({ preview }) => preview?.text === 'Which one?')
      if (found === undefined) throw new Error('not there yet')
      return found
    })
    await reply(b.agent, atB.id, 'The blue one.')
    await eventually(async () => expect(await said(a.agent, atA.id)).toHaveLength(3))
    expect(await said(a.agent, atA.id)).toEqual(['An order, please', 'Which one?', 'The blue one.'])
    const automatic = passed.filter(({ mail: { headers } }) => headers.has('auto-submitted'))
    // Each desk told the other of each new ticket, once; what those notices opened was told to nobody.
    expect(automatic.length).toBeLessThanOrEqual(4)
  })
})
