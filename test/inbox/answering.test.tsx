import { signal } from '@preact/signals'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ConversationPane } from '../../server/inbox/conversation/conversation-pane.tsx'
import type { ChannelName } from '../../server/protocol/channel.ts'
import type { ErrorCode } from '../../server/protocol/errors.ts'
import type { ReplyChannel, TicketRow } from '../../server/protocol/ticket.ts'
import { hello, open } from './open-ticket.tsx'
import { noon } from './page.tsx'
import { id } from './rows.ts'

afterEach(cleanup)
afterEach(() => void vi.useRealTimers())

const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Reply' })
const write = (value: string) => fireEvent.input(field(), { target: { value } })
const minute = 60_000
const hour = 60 * minute

/** A ticket of one channel that may be answered, until then, or not. */
const by = (channel: ChannelName, way: Partial<ReplyChannel> = {}): Partial<TicketRow> => ({
  channel,
  reply: { offered: [{ channel, until: null, refused: null, ...way }], chosen: channel },
})
const both = (chosen: ChannelName, email: ErrorCode | null = null): Partial<TicketRow> => ({
  reply: {
    offered: [
      { channel: 'web_chat', until: null, refused: null },
      { channel: 'email', until: null, refused: email },
    ],
    chosen,
  },
})

describe('why nobody can answer', () => {
  it('R-1 asks anew once somebody saved the settings: the channel may be off, or on again', async () => {
    const desk = await open(by('sms'))
    const stands = (row: TicketRow) =>
      desk.answer('ticket.open', () => ({
        ok: true,
        row,
        customer: desk.desk.conversation.value?.customer.value,
        events: [],
        earlier: false,
        more: false,
      }))
    stands({ ...desk.shown, ...by('sms', { refused: 'not_connected' }) })
    desk.speak('settings.changed', { version: 2 })
    expect(await screen.findByText(/it is off, or something is missing/)).toBeTruthy()
    stands(desk.shown)
    desk.speak('settings.changed', { version: 3 })
    await waitFor(() => expect(field()).toBeTruthy())
  })

  it.each<[string, ChannelName, ErrorCode, RegExp]>([
    ['R-2', 'sms', 'no_consent', /agrees by writing JOIN or START/],
    ['M-3', 'whatsapp', 'opted_out', /as soon as Mireille writes START/],
    ['R-4', 'instagram', 'window_over', /Instagram lets you answer again as soon as Mireille writes/],
    ['R-6', 'email', 'no_address', /as soon as Mireille writes one/],
    ['S-2', 'messenger', 'cannot_reopen', /has a newer ticket on this channel/],
    ['R-1', 'web_chat', 'ticket_closed', /becomes a new ticket/],
    ['R-5', 'sms', 'customer_blocked', /notify nobody/],
    ['R-6', 'sms', 'wrong_channel', /cannot be answered by that channel/],
  ])('%s greys the composer out and says the way out: %s, %s', async (_rule, channel, refused, said) => {
    await open(by(channel, { refused }))
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(screen.getByRole('note').textContent).toMatch(said)
  })

  it('S-2 leads from an old ticket to the newer one', async () => {
    const desk = await open(by('messenger', { refused: 'cannot_reopen' }))
    desk.screen.folded.value = true
    fireEvent.click(screen.getByRole('button', { name: 'Show the other tickets' }))
    expect(desk.screen.folded.value).toBe(false)
  })

  it('S-2 says of a closed ticket that an answer opens it again', async () => {
    await open({ ...by('sms'), status: 'closed', mayReopen: true })
    expect(screen.getByText('This ticket is closed. Your answer opens it again.')).toBeTruthy()
  })
})

describe('the 24 hours', () => {
  it('R-4 stand calmly beside the channel, and plainly in their last hour', async () => {
    const desk = await open(by('whatsapp', { until: noon + 3 * hour + 12 * minute }))
    const left = () => screen.getByText(/left to answer/).closest('.left')
    expect(left()?.textContent).toContain('3 hrs 12 mins left to answer')
    expect(left()?.classList.contains('chip')).toBe(false)
    desk.page.clock.set(noon + 2 * hour + 30 * minute)
    await waitFor(() => expect(left()?.textContent).toContain('42 mins left to answer'))
    expect(left()?.classList.contains('chip')).toBe(true)
  })

  it('R-4 are over by themselves at that very moment, and keep what was being written', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    let now = noon
    const desk = await open(by('whatsapp', { until: noon + 5 * minute }))
    cleanup()
    desk.page.clock = { now: () => now, tick: signal(noon), set() {} }
    render(
      <desk.Around>
        <ConversationPane />
      </desk.Around>,
    )
    write('One more thing')
    now = noon + 5 * minute + 1
    vi.advanceTimersByTime(5 * minute + 1)
    vi.useRealTimers()
    await screen.findByText('The 24 hours to answer are over')
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(screen.getByText('One more thing')).toBeTruthy()
  })
})

describe('web chat or email', () => {
  const ways = () => fireEvent.click(screen.getByRole('button', { name: /^Channel of the answer/ }))

  it('R-6b goes the way the desk proposes, and says which', async () => {
    const desk = await open(both('email'), [hello], { email: 'mireille@post.example' })
    expect(screen.getByRole('button', { name: 'Channel of the answer: Email. Change' })).toBeTruthy()
    expect(field().placeholder).toBe('Write to mireille@post.example')
    write('By mail.')
    fireEvent.keyDown(field(), { key: 'Enter' })
    await waitFor(() => expect(desk.told('reply.send')).toMatchObject([{ channel: 'email', text: 'By mail.' }]))
  })

  it('R-6a goes the way the agent picked', async () => {
    const desk = await open(both('email'))
    ways()
    fireEvent.click(screen.getByRole('menuitemradio', { name: 'Web chat' }))
    write('In the chat.')
    fireEvent.keyDown(field(), { key: 'Enter' })
    await waitFor(() => expect(desk.told('reply.send')).toMatchObject([{ channel: 'web_chat' }]))
  })

  it('R-6c greys email out without an address, with the reason', async () => {
    await open(both('web_chat', 'no_address'))
    ways()
    const email = screen.getByRole('menuitemradio', { name: /Email/ })
    expect(email.getAttribute('aria-disabled')).toBe('true')
    expect(email.textContent).toContain('Nobody knows an email address')
    fireEvent.click(email)
    expect(screen.getByRole('button', { name: 'Channel of the answer: Web chat. Change' })).toBeTruthy()
  })

  it('R-6b turns no half sentence into a mail when the customer goes offline', async () => {
    const desk = await open(both('web_chat'))
    write('Half a sen')
    desk.desk.conversation.value?.change({ ...desk.shown, ...both('email') })
    await waitFor(() => expect(desk.desk.conversation.value?.row.value?.reply.chosen).toBe('email'))
    expect(screen.getByRole('button', { name: 'Channel of the answer: Web chat. Change' })).toBeTruthy()
    write('')
    expect(await screen.findByRole('button', { name: 'Channel of the answer: Email. Change' })).toBeTruthy()
  })

  it('R-6b names the address that the customer wrote in the chat, as soon as mail is possible', async () => {
    const desk = await open(both('web_chat', 'no_address'), [hello], { leftEmail: 'mireille@post.example' })
    const before = desk.told('ticket.open').length
    desk.desk.conversation.value?.change({ ...desk.shown, ...both('email') })
    await waitFor(() => expect(desk.told('ticket.open')).toHaveLength(before + 1))
    desk.desk.conversation.value?.change({ ...desk.shown, ...both('email') })
    expect(await screen.findByText('mireille@post.example')).toBeTruthy()
  })

  it('R-6b asks again what the desk proposes when the customer comes or goes', async () => {
    const desk = await open(both('web_chat'))
    const before = desk.told('ticket.open').length
    desk.desk.conversation.value?.presence(desk.shown.customer.id, true)
    await waitFor(() => expect(desk.told('ticket.open')).toHaveLength(before + 1))
  })
})

describe('the room of a text', () => {
  it('R-8 counts SMS once there is more than one, or little room left', async () => {
    await open(by('sms'))
    write('Short.')
    expect(screen.queryByText(/\d SMS/)).toBeNull()
    write('a'.repeat(150))
    expect(await screen.findByText('1 SMS, room for 10 more')).toBeTruthy()
    write('a'.repeat(170))
    expect(await screen.findByText('2 SMS, room for 136 more')).toBeTruthy()
  })

  it('R-8 says which sign halves the room', async () => {
    await open(by('sms'))
    write('Bis später 🙂')
    expect(await screen.findByText(/With “🙂” an SMS holds less than half/)).toBeTruthy()
  })

  it('R-8 lets nothing go that the channel does not carry', async () => {
    const desk = await open(by('instagram'))
    write('ä'.repeat(501))
    expect(await screen.findByText('2 characters too many')).toBeTruthy()
    fireEvent.keyDown(field(), { key: 'Enter' })
    expect(desk.told('reply.send')).toEqual([])
  })
})

describe('the recipient’s night', () => {
  const samoa = { timeZone: 'Pacific/Pago_Pago' }
  const long = { ...hello, at: noon - 20 * minute }

  it('R-11 shows the time there and asks once before it sends', async () => {
    const desk = await open(by('sms'), [long], samoa)
    expect(screen.getByText(/It is 00:00 where Mireille is/)).toBeTruthy()
    write('Good night')
    fireEvent.keyDown(field(), { key: 'Enter' })
    expect((await screen.findByRole('alert')).textContent).toMatch(/Not sent yet/)
    expect(desk.told('reply.send')).toEqual([])
    fireEvent.click(screen.getByRole('button', { name: 'Send anyway' }))
    await waitFor(() => expect(desk.told('reply.send')).toHaveLength(1))
  })

  it('R-11 is quiet while the customer is awake: by day, within 15 minutes, or on another channel', async () => {
    await open(by('sms'), [{ ...hello, at: noon - 15 * minute }], samoa)
    expect(screen.queryByText(/^It is/)).toBeNull()
    cleanup()
    await open(by('sms'), [long], { timeZone: 'Europe/Berlin' })
    expect(screen.queryByText(/^It is/)).toBeNull()
    cleanup()
    await open(by('messenger'), [long], samoa)
    expect(screen.queryByText(/^It is/)).toBeNull()
  })
})

it('R-6a keeps its channel with a reply that waits', async () => {
  const desk = await open(both('email'))
  desk.answer('reply.send', () => ({ ok: false, code: 'unavailable', retry: true }))
  write('Later')
  fireEvent.keyDown(field(), { key: 'Enter' })
  await waitFor(() => expect(desk.desk.waiting.value).toBe(1))
  expect(desk.desk.conversation.value?.outbox.items.value).toMatchObject([{ via: { channel: 'email' }, text: 'Later' }])
  expect(desk.told('reply.send')).toMatchObject([{ ticket: id(1), channel: 'email' }])
})
