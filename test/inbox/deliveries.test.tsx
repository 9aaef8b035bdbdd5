import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, it } from 'vitest'
import { deliveriesOf, groupMark } from '../../server/inbox/conversation/deliveries.ts'
import type { DeliveryState, ThreadEvent, ThreadMessage } from '../../server/protocol/thread.ts'
import type { TicketRow } from '../../server/protocol/ticket.ts'
import { hello, open } from './open-ticket.tsx'
import { noon } from './page.tsx'
import { id, replyOf } from './rows.ts'

afterEach(cleanup)

const sms = (n: number, text: string): ThreadMessage => ({
  type: 'message',
  n,
  at: noon,
  id: id(900 + n),
  from: 'agent',
  name: 'Jonas Ekwall',
  channel: 'sms',
  text,
})
const told = (n: number, of: number, state: DeliveryState, words: string | null = null): ThreadEvent => ({
  type: 'delivery',
  n,
  at: noon + n * 60_000,
  message: id(900 + of),
  state,
  words,
})
const asked: ThreadEvent = { ...hello, channel: 'sms' }
const ticket: Partial<TicketRow> = { channel: 'sms', reply: replyOf({ channel: 'sms' }) }

describe('deliveries of a thread', () => {
  it('R-13 are what was told last', () => {
    const marks = deliveriesOf([told(3, 2, 'failed', 'No such number.'), told(4, 2, 'queued'), told(5, 2, 'sent')])
    expect(marks.get(id(902))).toEqual({ state: 'sent', at: noon + 5 * 60_000, words: null })
  })

  it('R-13 say of several messages what all of them have reached, but for the failed and uncertain ones', () => {
    const marks = deliveriesOf([
      told(4, 1, 'read'),
      told(5, 2, 'sent'),
      told(6, 3, 'failed', 'x'),
      told(7, 4, 'unknown'),
    ])
    expect(groupMark([901, 902, 903, 904].map(id), noon, marks)?.state).toBe('sent')
    expect(groupMark([903, 904].map(id), noon, marks)).toBeNull()
    expect(groupMark([id(901), id(999)], noon, marks)?.state).toBe('queued')
  })
})

describe('a message that left the house', () => {
  it('R-13 turns from queued over sent and delivered to read', async () => {
    const desk = await open(ticket, [asked, sms(2, 'Tomorrow.')])
    expect(screen.getByText('Waits to be sent')).toBeTruthy()
    const hear = (event: ThreadEvent) => desk.desk.conversation.value?.hear({ ticket: id(1), event })
    hear(told(3, 2, 'sent'))
    expect(await screen.findByText('Sent')).toBeTruthy()
    hear(told(4, 2, 'delivered'))
    expect(await screen.findByText('Delivered 12:04')).toBeTruthy()
    hear(told(5, 2, 'read'))
    expect(await screen.findByText('Read 12:05')).toBeTruthy()
    expect(screen.queryByText('Sent')).toBeNull()
  })

  it('R-13 says why it failed, and Retry asks the desk for another try', async () => {
    const desk = await open(ticket, [asked, sms(2, 'Tomorrow.'), told(3, 2, 'failed', 'The number does not exist.')])
    expect(screen.getByText('Not delivered: The number does not exist.')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Retry' }))
    await waitFor(() => expect(desk.told('delivery.retry')).toEqual([{ message: id(902) }]))
  })

  it('R-13 says it under the very message that failed, one among others', async () => {
    await open(ticket, [asked, sms(2, 'One.'), sms(3, 'Two.'), told(4, 2, 'failed', 'Filtered.'), told(5, 3, 'sent')])
    const why = screen.getByText('Not delivered: Filtered.').closest('.fate')
    expect(why?.previousElementSibling?.textContent).toBe('One.')
    expect(screen.getByText('Sent')).toBeTruthy()
  })

  it('R-13 says honestly where nobody knows, and offers no second try', async () => {
    await open(ticket, [asked, sms(2, 'Tomorrow.'), told(3, 2, 'unknown')])
    expect(screen.getByText(/^Nobody knows whether this was sent/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Retry' })).toBeNull()
  })

  it('R-13 tells of an automatic answer too', async () => {
    const automatic: ThreadEvent = { ...sms(2, 'We cannot answer here.'), from: 'automatic', name: null }
    const { container } = await open(ticket, [asked, automatic, told(3, 2, 'failed', 'The number said STOP.')])
    expect(container.querySelector('.automatic')?.textContent).toContain('Not delivered: The number said STOP.')
  })

  it('R-13 leaves the marks of a web chat as they are', async () => {
    await open({}, [hello, { ...sms(2, 'Tomorrow.'), channel: 'web_chat' }])
    expect(screen.getByText('Sent')).toBeTruthy()
  })
})
