import { describe, expect, it } from 'vitest'
import type { Installation, ShopperSocket } from '../installation.ts'
import { answerTo, mail, noticed, only, startMail } from '../mails.ts'
import { granted, load, openTicket, reply, say, send, texts } from '../talk.ts'

const second = 1_000
const minute = 60 * second
const ada = 'ada@post.example'

async function leave(hub: Installation, shopper: ShopperSocket) {
  shopper.disconnect()
  await noticed(hub)
}

/** Ada has written, and is offline since just now. */
async function start(given: { email?: string | undefined; own?: Parameters<typeof startMail>[0] } = { email: ada }) {
  const made = await startMail(given.own)
  const { hub } = made
  const page = async () =>
    hub.shopper('ada', { token: await hub.token('ada', { name: 'Ada', email: given.email }), zone: 'Europe/Berlin' })
  const shopper = await page()
  const { ticket } = await send(shopper, 'Where is my parcel?')
  await leave(hub, shopper)
  await hub.advance(30 * second)
  return { ...made, ticket, page }
}

/** How many mails have left or wait to; none is under way afterwards. */
const followUps = async (hub: Installation) =>
  (await hub.db.selectFrom('deliveries').select('id').where('channel', '=', 'email').execute()).length

describe('the follow-up mail', () => {
  it('W-10a goes three minutes after the last of three replies that nobody saw, once, with all of them', async () => {
    const { hub, agent, ticket, sent, relay } = await start()
    await reply(agent, ticket, 'I will look.')
    await hub.advance(2 * minute)
    await reply(agent, ticket, 'It is in Hamburg.')
    await hub.advance(2 * minute)
    await reply(agent, ticket, 'It comes tomorrow.')
    await hub.advance(3 * minute - 1)
    expect(await followUps(hub)).toBe(0)
    await hub.advance(1)
    const ours = await sent()
    expect(ours).toMatchObject({ to: [ada], subject: 'Your chat with Your shop' })
    for (const text of ['I will look.', 'It is in Hamburg.', 'It comes tomorrow.']) expect(ours.text).toContain(text)
    // S14: nothing of what somebody else wrote.
    expect(ours.text).not.toContain('parcel')
    expect(ours.headers.get('auto-submitted')).toBe('auto-generated')
    await hub.advance(60 * minute)
    expect(await followUps(hub)).toBe(1)
    expect(relay.taken).toHaveLength(1)
  })

  it('W-10c exactly once a conversation: later replies bring no other', async () => {
    const { hub, agent, ticket } = await start()
    await reply(agent, ticket, 'Hello')
    await hub.advance(3 * minute)
    await reply(agent, ticket, 'Are you there?')
    await hub.advance(10 * minute)
    expect(await followUps(hub)).toBe(1)
  })

  it('W-10b not where the shopper came back at 2:58, and not while they are online', async () => {
    const { hub, agent, ticket, page } = await start()
    await reply(agent, ticket, 'It is in Hamburg.')
    await hub.advance(178 * second)
    const back = await page()
    const { events } = await load(back)
    granted(await back.emitWithAck('message.seen', { ticket, n: events.at(-1)?.n ?? 0 }))
    await leave(hub, back)
    await hub.advance(10 * minute)
    expect(await followUps(hub)).toBe(0)
  })

  it('W-10b on going offline where that is later, and not before', async () => {
    const { hub, agent, ticket, page } = await start()
    const back = await page()
    await reply(agent, ticket, 'It is in Hamburg.')
    await hub.advance(10 * minute)
    expect(await followUps(hub)).toBe(0)
    await leave(hub, back)
    await hub.advance(30 * second - 1)
    expect(await followUps(hub)).toBe(0)
    await hub.advance(1)
    expect(await followUps(hub)).toBe(1)
  })

  it('W-10d none without an address; the one left in the chat is one', async () => {
    const { hub, agent, ticket, page } = await start({ email: undefined })
    await reply(agent, ticket, 'What is your address?')
    await hub.advance(10 * minute)
    expect(await followUps(hub)).toBe(0)
    const back = await page()
    await send(back, 'ada@home.example')
    await leave(hub, back)
    await hub.advance(minute)
    await reply(agent, ticket, 'Thank you')
    await hub.advance(3 * minute)
    const { to_value } = await hub.db.selectFrom('deliveries').select('to_value').executeTakeFirstOrThrow()
    expect(to_value).toBe('ada@home.example')
  })

  it('W-10d none to whoever ended the chat, and one where an agent closed it', async () => {
    const { hub, agent, ticket, page } = await start()
    const back = await page()
    await reply(agent, ticket, 'It is in Hamburg.')
    granted(await back.emitWithAck('conversation.end', { ticket }))
    await leave(hub, back)
    await hub.advance(10 * minute)
    expect(await followUps(hub)).toBe(0)
    const again = await page()
    const { ticket: second } = await send(again, 'One more thing')
    await leave(hub, again)
    await reply(agent, second, 'Yes?')
    granted(await agent.emitWithAck('ticket.close', { ticket: second }))
    await hub.advance(10 * minute)
    expect(await followUps(hub)).toBe(1)
  })

  it('W-10 none where a mail of the team has told them already', async () => {
    const { hub, agent, ticket } = await start()
    await reply(agent, ticket, 'I will look.')
    granted(await agent.emitWithAck('reply.send', { ticket, ...say('By mail then.'), channel: 'email' }))
    await hub.advance(10 * minute)
    expect(await followUps(hub)).toBe(1)
    expect(texts((await openTicket(agent, ticket)).events)).toHaveLength(3)
  })

  it('W-10c comes from the address of the settings, and stands as one line in the thread and not in the drawer', async () => {
    const { hub, agent, ticket, sent, page } = await start()
    await hub.settings((settings) => ({
      ...settings,
      email: { ...settings.email },
      webChat: { ...settings.webChat, followUpFrom: 'chat@shop.example' },
    }))
    await reply(agent, ticket, 'It is in Hamburg.')
    await hub.advance(3 * minute)
    const ours = await sent()
    expect(ours.headers.get('from')).toBe('Your shop <chat@shop.example>')
    const { events, row } = await openTicket(agent, ticket)
    const line = events.findLast(({ type }) => type === 'message')
    expect(line).toMatchObject({ from: 'automatic', sent: 'follow_up', channel: 'email' })
    // It is no reply, and no row moves for it.
    expect(row.preview).toMatchObject({ from: 'agent', text: 'It is in Hamburg.' })
    expect(texts((await load(await page())).events)).toEqual(['Where is my parcel?', 'It is in Hamburg.'])
  })

  it('W-10, R-7 what is answered to it joins the chat', async () => {
    const { hub, agent, ticket, sent, page } = await start()
    await reply(agent, ticket, 'It is in Hamburg.')
    await hub.advance(3 * minute)
    await mail(hub, { from: ada, text: 'Thank you!', ...answerTo(await sent()) })
    expect(await only(agent)).toMatchObject({ id: ticket, channel: 'web_chat', status: 'open', unread: true })
    expect(texts((await load(await page())).events).at(-1)).toBe('Thank you!')
    // it was no mail of an agent: the next one carries the chat.
    await send(await page(), 'And when?')
    granted(await agent.emitWithAck('reply.send', { ticket, ...say('Tomorrow.'), channel: 'email' }))
    expect((await sent(2)).text).toContain('It is in Hamburg.')
  })

  it('W-10c one, with two processes that sweep at once', async () => {
    const { hub, agent, ticket } = await start()
    const other = await hub.secondProcess()
    try {
      for (const text of ['One', 'Two', 'Three']) await reply(agent, ticket, text)
      await hub.setClock(3 * minute)
      await Promise.all([
        hub.advance(0),
        ...[1, 2, 3].map(() =>
          fetch(`${other.url}/test/clock`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: '{"advance":0}',
          }),
        ),
      ])
      await hub.advance(minute)
      expect(await followUps(hub)).toBe(1)
    } finally {
      await other.close()
    }
  })
})
