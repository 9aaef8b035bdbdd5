import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, it } from 'vitest'
import { ConversationPane } from '../../server/inbox/conversation/conversation-pane.tsx'
import type { ThreadEvent } from '../../server/protocol/thread.ts'
import { customer, hello, open } from './open-ticket.tsx'
import { fakePage, noon } from './page.tsx'
import { id, replyOf } from './rows.ts'

afterEach(cleanup)

const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Reply' })

describe('answering', () => {
  it('R-1a sends with Enter, draws the reply at once, and empties the field', async () => {
    const desk = await open()
    let answer: (value: unknown) => void = () => {}
    desk.answer('reply.send', () => new Promise((resolve) => (answer = resolve)))
    fireEvent.input(field(), { target: { value: 'It leaves today.' } })
    fireEvent.keyDown(field(), { key: 'Enter' })
    await screen.findByText('It leaves today.', { selector: '.bubble' })
    expect(screen.getByText('Sending')).toBeTruthy()
    expect(field().value).toBe('')
    await waitFor(() => expect(desk.told('reply.send')).toMatchObject([{ ticket: id(1), text: 'It leaves today.' }]))
    answer({ ok: true, n: 2, at: noon })
    await screen.findByText('Sent')
  })

  it('makes a new line with Shift and Enter, and leaves the Enter of an input method alone', async () => {
    const desk = await open()
    fireEvent.input(field(), { target: { value: 'first' } })
    fireEvent.keyDown(field(), { key: 'Enter', shiftKey: true })
    fireEvent.keyDown(field(), { key: 'Enter', isComposing: true })
    expect(desk.told('reply.send')).toEqual([])
    expect(field().value).toBe('first')
  })

  it('says where the reply goes, and that the customer is away', async () => {
    await open()
    expect(screen.getByText('Mireille is offline, sees it on coming back')).toBeTruthy()
    expect(screen.getByLabelText('Goes to Web chat')).toBeTruthy()
  })

  it('R-1b gives no field in a closed web chat, and says why', async () => {
    await open({ status: 'closed', closedAt: noon })
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(screen.getByText('This chat is closed')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Reopen' })).toBeNull()
  })

  it('R-1b leaves words on the screen that a close cut off, until their writer discards them', async () => {
    const desk = await open()
    fireEvent.input(field(), { target: { value: 'It left yest' } })
    desk.desk.conversation.value?.change({
      ...desk.shown,
      status: 'closed',
      closedAt: noon,
      reply: replyOf({ status: 'closed' }),
    })
    expect(await screen.findByText('It left yest')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Discard' }))
    await waitFor(() => expect(screen.queryByText('It left yest')).toBeNull())
    expect([...desk.storage.kept.keys()].filter((key) => key.includes(id(1)))).toEqual([])
  })

  it('S-2b offers to reopen what may be reopened', async () => {
    const desk = await open({ status: 'closed', channel: 'email', mayReopen: true })
    fireEvent.click(screen.getAllByRole('button', { name: 'Reopen' })[0] ?? document.body)
    expect(desk.told('ticket.reopen')).toEqual([{ ticket: id(1) }])
  })

  it('R-5 gives no field for a blocked customer, and offers to unblock', async () => {
    const desk = await open({ customer: { ...customer, blocked: true } })
    expect(screen.queryByRole('textbox')).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: 'Unblock the customer' }))
    expect(desk.told('customer.unblock')).toEqual([{ customer: customer.id }])
  })

  it('keeps what was typed, ticket by ticket, in this browser', async () => {
    const desk = await open()
    fireEvent.input(field(), { target: { value: 'half a sen' } })
    const kept = [...desk.storage.kept].filter(([key]) => key.includes(id(1)))
    expect(kept.map(([, written]) => written)).toEqual([expect.stringContaining('half a sen')])
    fireEvent.input(field(), { target: { value: '' } })
    await waitFor(() => expect([...desk.storage.kept.keys()].filter((key) => key.includes(id(1)))).toEqual([]))
  })

  it('leaves a reply that was refused for good on the screen, with a way to try again', async () => {
    const desk = await open()
    desk.answer('reply.send', () => ({ ok: false, code: 'ticket_closed', retry: false }))
    fireEvent.input(field(), { target: { value: 'Too late' } })
    fireEvent.keyDown(field(), { key: 'Enter' })
    await screen.findByText(/^Not sent:/)
    desk.answer('reply.send', () => ({ ok: true, n: 2, at: noon }))
    fireEvent.click(screen.getByRole('button', { name: 'Retry' }))
    await waitFor(() => expect(desk.told('reply.send')).toHaveLength(2))
  })
})

describe('the thread', () => {
  it('R-13 says whether the shopper has seen a reply', async () => {
    const reply: ThreadEvent = { ...hello, n: 2, id: id(902), from: 'agent', name: 'Jonas Ekwall', text: 'Tomorrow.' }
    const seen: ThreadEvent = { type: 'seen', n: 3, at: noon, by: 'customer', upTo: 2 }
    const first = await open({}, [hello, reply])
    expect(screen.getByText('Sent')).toBeTruthy()
    first.desk.conversation.value?.hear({ ticket: id(1), event: seen })
    expect(await screen.findByText('Seen 12:00')).toBeTruthy()
    expect(screen.queryByText('Sent')).toBeNull()
  })

  it('D-2a shows automatic messages apart from what people wrote', async () => {
    const automatic: ThreadEvent = {
      ...hello,
      n: 2,
      id: id(902),
      from: 'automatic',
      name: null,
      text: 'We are back at 9.',
    }
    const { container } = await open({}, [hello, automatic])
    expect(container.querySelector('.automatic')?.textContent).toContain('We are back at 9.')
    expect(container.querySelectorAll('.bubble')).toHaveLength(1)
  })

  it('P-3 shows text as text, and follows only addresses that are written out', async () => {
    const nasty = { ...hello, text: '<b>x</b> javascript:alert(1) https://tidewick.example/a' }
    const { container } = await open({}, [nasty])
    expect(container.querySelector('.bubble b')).toBeNull()
    expect([...container.querySelectorAll('.bubble a')].map((a) => a.getAttribute('href'))).toEqual([
      'https://tidewick.example/a',
    ])
  })

  it('says that a ticket is not here where the link is wrong', async () => {
    const made = fakePage(`/inbox/mine/${id(99)}`)
    render(
      <made.Around>
        <ConversationPane />
      </made.Around>,
    )
    expect(await screen.findByText('This ticket is not here')).toBeTruthy()
  })
})
