import { describe, expect, it, onTestFinished } from 'vitest'
import type { AutoClose } from '../../../server/protocol/auto-close.ts'
import { type Settings, storedSettings } from '../../../server/protocol/settings.ts'
import { startInstallation } from '../installation.ts'
import { mail, only, startMail } from '../mails.ts'
import { granted, load, openTicket, reply, rowOf, say, send, texts } from '../talk.ts'

const minute = 60_000
const hour = 60 * minute

/** Closes web chats after two hours of silence, and says so one hour before. */
const closing =
  (own: Partial<AutoClose> = {}) =>
  (settings: Settings): Settings => {
    const autoClose = { ...settings.webChat.autoClose, on: true, afterMinutes: 120, warnMinutes: 60, warning: 'Soon.' }
    return { ...settings, webChat: { ...settings.webChat, autoClose: { ...autoClose, ...own } } }
  }

async function start(change = closing()) {
  const hub = await startInstallation()
  onTestFinished(() => hub.close())
  await hub.settings(change)
  const { socket: agent } = await hub.agent()
  const chat = async (name: string) => {
    const shopper = await hub.shopper(name)
    const { ticket } = await send(shopper, 'Hello')
    return { shopper, ticket }
  }
  const status = async (ticket: string) => (await rowOf(agent, ticket)).status
  return { hub, agent, chat, status }
}

describe('closing after silence', () => {
  it('D-6 warns, closes and says that it did so by itself', async () => {
    const { hub, agent, chat, status } = await start()
    const { shopper, ticket } = await chat('ada')
    await hub.advance(3 * hour)
    // She waits: nothing closes.
    expect(await status(ticket)).toBe('open')
    await reply(agent, ticket, 'Here you are')
    await hub.advance(hour - 1)
    expect(texts((await load(shopper)).events)).toEqual(['Hello', 'Here you are'])
    await hub.advance(1)
    expect(texts((await load(shopper)).events)).toEqual(['Hello', 'Here you are', 'Soon.'])
    // It is no reply: the row shows the agent's words, nothing is unread.
    expect(await rowOf(agent, ticket)).toMatchObject({
      unread: false,
      preview: { from: 'agent', text: 'Here you are' },
    })
    await hub.advance(hour - 1)
    expect(await status(ticket)).toBe('open')
    await hub.advance(1)
    const { events, row } = await openTicket(agent, ticket)
    expect(row).toMatchObject({ status: 'closed', unread: false })
    expect(events.at(-1)).toMatchObject({ type: 'status', status: 'closed', by: 'timer' })
    expect(events.find((event) => event.type === 'message' && event.from === 'automatic')).toMatchObject({
      sent: 'close_warning',
    })
  })

  it('D-6 a message after the warning keeps it open, and the next silence is warned of anew', async () => {
    const { hub, agent, chat, status } = await start()
    const { shopper, ticket } = await chat('ada')
    await reply(agent, ticket, 'Here you are')
    await hub.advance(hour + minute)
    await send(shopper, 'Wait')
    await hub.advance(5 * hour)
    expect(await status(ticket)).toBe('open')
    await reply(agent, ticket, 'Yes?')
    await hub.advance(2 * hour)
    expect(texts((await load(shopper)).events).slice(-2)).toEqual(['Yes?', 'Soon.'])
    await hub.advance(hour)
    expect(await status(ticket)).toBe('closed')
  })

  it('D-6 each reply begins the silence anew, a note does not', async () => {
    const { hub, agent, chat, status } = await start(closing({ warning: '' }))
    const { ticket } = await chat('ada')
    await reply(agent, ticket, 'One')
    await hub.advance(hour)
    await reply(agent, ticket, 'Two')
    await hub.advance(hour + minute)
    expect(await status(ticket)).toBe('open')
    granted(await agent.emitWithAck('note.write', { ticket, ...say('Hm'), mentions: [] }))
    await hub.advance(59 * minute)
    expect(await status(ticket)).toBe('closed')
  })

  it('D-6, S-1 never a snoozed one; one that comes back is seen first', async () => {
    const { hub, agent, chat, status } = await start()
    const { ticket } = await chat('ada')
    await reply(agent, ticket, 'Here you are')
    granted(await agent.emitWithAck('ticket.snooze', { ticket, until: hub.clock.now() + 9 * hour }))
    await hub.advance(9 * hour)
    expect(await rowOf(agent, ticket)).toMatchObject({ status: 'open', unread: true })
    await hub.advance(hour - 1)
    expect(await status(ticket)).toBe('open')
    await hub.advance(1)
    expect(await status(ticket)).toBe('closed')
  })

  it('D-6 is off by default; switching it on closes what is old one warning later, without a word', async () => {
    const { hub, agent, chat, status } = await start((settings) => settings)
    const old = await Promise.all(['a', 'b', 'c'].map(chat))
    for (const { ticket } of old) await reply(agent, ticket, 'Here you are')
    const waits = await chat('d')
    await hub.advance(48 * hour)
    const fresh = await chat('e')
    await reply(agent, fresh.ticket, 'Hello')
    await hub.settings(closing())
    await hub.advance(hour - 1)
    for (const { ticket } of [...old, waits, fresh]) expect(await status(ticket)).toBe('open')
    await hub.advance(1)
    for (const { ticket, shopper } of old) {
      expect(await status(ticket)).toBe('closed')
      expect(texts((await load(shopper)).events)).not.toContain('Soon.')
    }
    expect(texts((await load(fresh.shopper)).events).at(-1)).toBe('Soon.')
    await hub.advance(hour)
    expect([await status(waits.ticket), await status(fresh.ticket)]).toEqual(['open', 'closed'])
    // A page cannot say since when it holds.
    const stored = await hub.db.selectFrom('settings').select('body').executeTakeFirstOrThrow()
    await hub.settings(closing({ since: 1 }))
    const again = await hub.db.selectFrom('settings').select('body').executeTakeFirstOrThrow()
    expect(again.body.webChat.autoClose).toEqual(stored.body.webChat.autoClose)
  })

  it('D-6, P-5 the warning by mail leaves as an automatic one, in the thread of the mails', async () => {
    const { hub, agent, sent } = await startMail({
      autoClose: { on: true, afterMinutes: 120, warnMinutes: 60, warning: '{{organization}} closes soon.', since: 0 },
    })
    await mail(hub, { from: 'ada@customer.example', subject: 'My plate', text: 'It broke.' })
    const { id } = await only(agent)
    await reply(agent, id, 'We send another.')
    await sent()
    await hub.advance(hour)
    const warning = await sent(2)
    expect(warning).toMatchObject({ subject: 'Re: My plate', text: 'Your shop closes soon.' })
    expect(warning.headers.get('auto-submitted')).toBe('auto-replied')
    await hub.advance(hour)
    expect((await rowOf(agent, id)).status).toBe('closed')
    // T-2: whoever writes again finds it open.
    await mail(hub, {
      from: 'ada@customer.example',
      text: 'Wait',
      references: [warning.headers.get('message-id') ?? ''],
    })
    expect((await rowOf(agent, id)).status).toBe('open')
  })
})

it('D-6 says before it is switched on how many tickets it will close', async () => {
  const { hub, agent, chat } = await start((settings) => settings)
  for (const name of ['a', 'b']) await reply(agent, (await chat(name)).ticket, 'Here you are')
  await hub.advance(3 * hour)
  const owner = await hub.member('owner')
  const stored = storedSettings.parse(await (await hub.get('/api/settings', owner)).json())
  const asked = async (settings: Settings): Promise<unknown> => {
    const answer = await hub.post('/api/settings/preview', { settings, moments: [] }, { cookie: owner.cookie })
    return Reflect.get(Object(await answer.json()), 'silent')
  }
  expect(await asked(stored.settings)).toEqual({})
  expect(await asked(closing()(stored.settings))).toEqual({ web_chat: { n: 2, more: false } })
  expect(await asked(closing({ afterMinutes: 240 })(stored.settings))).toEqual({})
  await hub.settings(closing())
  // Nothing changes any more.
  expect(await asked(closing()(stored.settings))).toEqual({})
})
