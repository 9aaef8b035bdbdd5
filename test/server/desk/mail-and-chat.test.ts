import { describe, expect, it } from 'vitest'
import type { Installation, ShopperSocket } from '../installation.ts'
import { answerTo, mail, only, rows, said, startMail, states, support } from '../mails.ts'
import { granted, hear, load, openTicket, reply, say, send, texts, told } from '../talk.ts'
import { eventually } from '../../eventually.ts'

const ada = 'ada@post.example'
const bob = 'bob@friend.example'

async function chat(given: Parameters<typeof startMail>[0] = {}) {
  const made = await startMail(given)
  const shopper = await ada_(made.hub)
  const { ticket } = await send(shopper, 'Where is my parcel?')
  const byMail = async (text: string) =>
    granted(await made.agent.emitWithAck('reply.send', { ticket, ...say(text), channel: 'email' }))
  return { ...made, shopper, ticket, byMail }
}

const ada_ = async (hub: Installation): Promise<ShopperSocket> =>
  hub.shopper('ada', { token: await hub.token('ada', { name: 'Ada', email: ada }) })

describe('a web chat answered by mail', () => {
  it('R-6 goes to the shopper’s address from the first mailbox, and stands in the drawer with its label', async () => {
    const { agent, shopper, ticket, byMail, sent } = await chat()
    await byMail('It is in Hamburg.')
    const ours = await sent()
    expect(ours).toMatchObject({ to: [ada], subject: 'Your chat with Your shop' })
    expect(ours.headers.get('from')).toBe(`Your shop <${support}>`)
    expect(ours.headers.has('in-reply-to')).toBe(false)
    const { events } = await load(shopper)
    expect(events).toMatchObject([
      { text: 'Where is my parcel?', channel: 'web_chat' },
      { text: 'It is in Hamburg.', channel: 'email' },
    ])
    expect(events[1]).not.toHaveProperty('mail')
    await eventually(async () => expect(await states(agent, ticket)).toEqual(['sent']))
  })

  it('R-6 is offered only with an address and with mail that works', async () => {
    const { hub, agent } = await startMail()
    const token = await hub.token('eva', { email: undefined })
    const { ticket } = await send(await hub.shopper('eva', { token }), 'Hello')
    const { reply: offer } = await only(agent)
    expect(offer.offered[1]).toMatchObject({ channel: 'email', refused: 'no_address' })
    const asked = { ticket, ...say('Hello'), channel: 'email' as const }
    expect(await agent.emitWithAck('reply.send', asked)).toMatchObject({ code: 'no_address' })
    await hub.settings((settings) => ({ ...settings, email: { ...settings.email, mailboxes: [] } }))
    expect((await only(agent)).reply).toMatchObject({ offered: [{}, { refused: 'not_connected' }], chosen: 'web_chat' })
  })

  it('R-6b goes to the address that a shopper without one wrote in the chat, which makes them nobody else', async () => {
    const { hub, agent, sent } = await startMail()
    const eva = await hub.shopper('eva', { token: await hub.token('eva', { name: 'Eva', email: undefined }) })
    const { ticket } = await send(eva, 'Hello')
    await send(eva, 'Ask bob@post.example, he knows')
    expect((await openTicket(agent, ticket)).row.reply.offered[1]).toMatchObject({ refused: 'no_address' })
    await send(eva, ' Eva@Post.example. ')
    const { row, customer } = await openTicket(agent, ticket)
    expect(row.reply.offered[1]).toMatchObject({ channel: 'email', refused: null })
    expect(customer).toMatchObject({ email: null, leftEmail: 'eva@post.example' })
    granted(await agent.emitWithAck('reply.send', { ticket, ...say('It is on its way'), channel: 'email' }))
    const ours = await sent()
    expect(ours.to).toEqual(['eva@post.example'])

    await mail(hub, { from: 'eva@post.example', text: 'Thank you', ...answerTo(ours) })
    expect(texts((await load(eva)).events).slice(-2)).toEqual(['It is on its way', 'Thank you'])
    await mail(hub, { from: 'eva@post.example', text: 'Another matter' })
    const other = (await rows(agent)).find(({ channel }) => channel === 'email')
    expect(other?.customer.id).not.toBe(row.customer.id)
  })

  it('R-6b is left in the drawer’s own field, seen there on every page, changed, and told to the agents at once', async () => {
    const { hub, agent } = await startMail()
    const token = () => hub.token('eva', { name: 'Eva', email: undefined })
    const eva = await hub.shopper('eva', { token: await token() })
    const { ticket } = await send(eva, 'Hello')
    expect(await load(eva)).toMatchObject({ left: null })
    await openTicket(agent, ticket)
    const [heard, elsewhere] = [hear(agent), hear(await hub.shopper('eva', { token: await token() }))]
    const leave = (email: string) => eva.emitWithAck('address.leave', { email })
    for (const email of ['eva', 'eva@post', 'a@b.example, c@d.example', 'x'.repeat(301), support]) {
      expect([email, await leave(email)]).toEqual([email, { ok: false, code: 'no_address', retry: false }])
    }
    expect(await leave(' Eva@Post.example ')).toEqual({ ok: true, email: 'eva@post.example' })
    await told(elsewhere, 'address.left', { email: 'eva@post.example' })
    await told(heard, 'ticket.changed', { row: { id: ticket, reply: { offered: { 1: { refused: null } } } } })
    expect(await load(eva)).toMatchObject({ left: 'eva@post.example' })
    expect(await leave('eva@new.example')).toMatchObject({ ok: true })
    const { customer } = await openTicket(agent, ticket)
    expect(customer).toMatchObject({ email: null, leftEmail: 'eva@new.example' })
  })

  it('R-6b is not asked of a shopper whose shop knows one, and goes nowhere for one who is blocked', async () => {
    const { hub, agent, shopper, ticket } = await chat()
    expect('left' in (await load(shopper))).toBe(false)
    const refused = { ok: false, code: 'not_ours', retry: false }
    expect(await shopper.emitWithAck('address.leave', { email: 'other@post.example' })).toEqual(refused)
    const eva = await hub.shopper('eva', { token: await hub.token('eva', { email: undefined }) })
    const rude = await send(eva, 'Something rude')
    const { customer } = await openTicket(agent, rude.ticket)
    granted(await agent.emitWithAck('customer.block', { customer: customer.id }))
    const heard = hear(agent)
    expect(await eva.emitWithAck('address.leave', { email: 'eva@post.example' })).toMatchObject({ ok: true })
    await reply(agent, ticket, 'Hello')
    expect(heard.some(({ name }) => name === 'customer.changed')).toBe(false)
    expect((await openTicket(agent, rude.ticket)).customer).toMatchObject({ leftEmail: null })
  })

  it('R-6b an address written in the chat comes after the shop’s own', async () => {
    const { agent, shopper, byMail, ticket, sent } = await chat()
    await send(shopper, 'other@post.example')
    expect((await openTicket(agent, ticket)).customer).toMatchObject({ email: ada, leftEmail: null })
    await byMail('It is on its way')
    expect((await sent()).to).toEqual([ada])
  })

  it('R-7 carries what was chatted since the last transcript, once, and no second time in a row', async () => {
    const { agent, shopper, ticket, byMail, sent } = await chat()
    await reply(agent, ticket, 'I will look.')
    await byMail('It is in Hamburg.')
    const first = (await sent()).text
    expect(first.startsWith('It is in Hamburg.\n')).toBe(true)
    expect(first).toContain('Ada, Nov 18, 2026, 11:00')
    for (const text of ['Where is my parcel?', 'I will look.']) expect(first).toContain(text)
    expect(first.split('It is in Hamburg.')).toHaveLength(2)
    await byMail('And it moves.')
    expect((await sent(2)).text).toBe('And it moves.')
    await send(shopper, 'Thanks!')
    await byMail('Welcome.')
    const third = (await sent(3)).text
    expect(third).toContain('Thanks!')
    expect(third).not.toContain('Where is my parcel?')
    expect((await openTicket(agent, ticket)).events.filter((e) => e.type === 'message').map((e) => e.text)).toEqual([
      'Where is my parcel?',
      'I will look.',
      'It is in Hamburg.',
      'And it moves.',
      'Thanks!',
      'Welcome.',
    ])
  })

  it('R-7, S-9 a transcript holds nothing that a blocked shopper wrote unheard', async () => {
    const { agent, shopper, ticket, byMail, sent } = await chat()
    const { customer } = await openTicket(agent, ticket)
    granted(await agent.emitWithAck('customer.block', { customer: customer.id }))
    await send(shopper, 'You do not hear me')
    granted(await agent.emitWithAck('customer.unblock', { customer: customer.id }))
    const { ticket: second } = await send(shopper, 'Back again')
    granted(await agent.emitWithAck('reply.send', { ticket: second, ...say('Hello'), channel: 'email' }))
    const { text } = await sent()
    expect(text).toContain('Back again')
    expect(text).not.toContain('You do not hear me')
    await expect(byMail('No')).rejects.toThrow('ticket_closed')
  })
})

describe('the shopper’s mail back', () => {
  it('R-7 joins the chat while it is not closed, with its label, also in the drawer', async () => {
    const { hub, agent, shopper, ticket, byMail, sent } = await chat()
    await byMail('It is in Hamburg.')
    granted(await agent.emitWithAck('ticket.snooze', { ticket, until: hub.clock.now() + 3_600_000 }))
    await mail(hub, { from: ada, text: 'Then I wait.', ...answerTo(await sent()) })
    expect(await only(agent)).toMatchObject({ id: ticket, channel: 'web_chat', status: 'open', unread: true })
    const { events } = await load(shopper)
    expect(events.filter((e) => e.type === 'message').at(-1)).toMatchObject({
      from: 'customer',
      text: 'Then I wait.',
      channel: 'email',
    })
    await byMail('Good.')
    const second = await sent(2)
    expect(second).toMatchObject({ subject: 'Re: Your chat with Your shop', text: 'Good.' })
    expect(second.headers.get('references')?.split(/\s+/)).toHaveLength(2)
  })

  it('R-7 after the close the first mail opens an email ticket, which owns the thread from then on', async () => {
    const { hub, agent, shopper, ticket, byMail, sent } = await chat()
    await byMail('It is in Hamburg.')
    granted(await agent.emitWithAck('ticket.close', { ticket }))
    const back = answerTo(await sent())
    await mail(hub, { from: ada, text: 'It came!', ...back })
    await mail(hub, { from: ada, text: 'But it is broken.', ...back })
    const both = await rows(agent)
    expect(both).toHaveLength(2)
    const [opened, closed] = both.toSorted((one) => (one.channel === 'email' ? -1 : 1))
    expect(closed).toMatchObject({ id: ticket, status: 'closed' })
    expect(opened).toMatchObject({ channel: 'email', status: 'open', customer: { id: closed?.customer.id } })
    expect(await said(agent, opened?.id ?? '')).toEqual(['It came!', 'But it is broken.'])
    expect(texts((await load(shopper)).events)).toEqual([])
    await reply(agent, opened?.id ?? '', 'Sorry!')
    expect(await sent(2)).toMatchObject({ to: [ada], subject: 'Re: Your chat with Your shop' })
    granted(await agent.emitWithAck('ticket.close', { ticket: opened?.id ?? '' }))
    await mail(hub, { from: ada, text: 'Thanks', ...back })
    expect(await rows(agent)).toHaveLength(2)
    expect((await openTicket(agent, opened?.id ?? '')).row.status).toBe('open')
  })

  it('R-7 two mails at once after the close open one ticket', async () => {
    const { hub, agent, ticket, byMail, sent } = await chat()
    await byMail('It is in Hamburg.')
    const back = answerTo(await sent())
    await mail(hub, { from: ada, text: 'Bob knows', cc: [bob], ...back })
    granted(await agent.emitWithAck('ticket.close', { ticket }))
    await Promise.all([mail(hub, { from: ada, text: 'One', ...back }), mail(hub, { from: bob, text: 'Two', ...back })])
    const [opened, ...others] = (await rows(agent)).filter(({ id }) => id !== ticket)
    expect(others).toEqual([])
    expect(opened).toMatchObject({ customer: { name: 'Ada' } })
    expect((await said(agent, opened?.id ?? '')).toSorted()).toEqual(['One', 'Two'])
    await reply(agent, opened?.id ?? '', 'Hello')
    expect((await sent(2)).to).toEqual([ada])
  })

  it('R-7, T-2 a stranger’s never joins the chat', async () => {
    const { hub, agent, shopper, byMail, sent } = await chat()
    await byMail('It is in Hamburg.')
    await mail(hub, { from: 'eve@evil.example', text: 'Let me in', ...answerTo(await sent()) })
    expect(texts((await load(shopper)).events)).not.toContain('Let me in')
    expect(await rows(agent)).toHaveLength(2)
  })
})
