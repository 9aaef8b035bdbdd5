import { describe, expect, it } from 'vitest'
import { signOut } from '../../server/inbox/page.ts'
import type { TicketRow } from '../../server/protocol/ticket.ts'
import { fakePage, noon } from './page.tsx'
import { id, row } from './rows.ts'
import { eventually } from '../eventually.ts'

/** My inbox with three tickets, newest first: 3, 2, 1. */
async function inbox(rows: TicketRow[] = [row(3), row(2), row(1)]) {
  const made = fakePage()
  made.answer('list.read', () => ({ ok: true, rows, next: null }))
  await made.desk.list.refresh()
  return made
}

describe('what an agent does', () => {
  it('leaves no words on customers at the door when they sign out', async () => {
    const { page } = fakePage('/inbox/mine', {}, { signOut: () => Promise.resolve({ ok: true }) })
    page.toasts.say('Closed: Customer 2')
    await signOut(page)
    expect(page.session.value).toEqual({ kind: 'signed_out' })
    expect(page.toasts.shown.value).toEqual([])
  })

  it('S-10a closes with Done; the next row gets the focus', async () => {
    const desk = await inbox()
    desk.answer('ticket.close', () => {
      desk.speak('ticket.changed', { row: row(2, { status: 'closed' }) })
      return { ok: true }
    })
    await desk.screen.close(row(2))
    expect(desk.told('ticket.close')).toEqual([{ ticket: id(2) }])
    expect(desk.desk.list.rows.value.map((r) => r.id)).toEqual([id(3), id(1)])
    expect(desk.screen.focused.value).toBe(id(1))
    const said = 'Chat with Customer 2 closed. It cannot be opened again.'
    expect(desk.page.toasts.shown.value.map((toast) => toast.text)).toEqual([said])
  })

  it('gives the last row’s focus to the one before it', async () => {
    const desk = await inbox()
    await desk.screen.close(row(1))
    expect(desk.screen.focused.value).toBe(id(2))
  })

  it('S-1a snoozes, says until when, and can take it back', async () => {
    const desk = await inbox()
    const step = { was: { status: 'open' }, is: { status: 'snoozed' } }
    desk.answer('ticket.snooze', () => ({ ok: true, step }))
    await desk.screen.snooze(row(2), noon + 3 * 3_600_000)
    expect(desk.told('ticket.snooze')).toEqual([{ ticket: id(2), until: noon + 3 * 3_600_000 }])
    const [toast] = desk.page.toasts.shown.value
    expect(toast?.text).toBe('Snoozed until 15:00.')
    toast?.action?.run()
    await eventually(() => expect(desk.told('ticket.undo')).toEqual([{ ticket: id(2), step }]))
  })

  it('says a refusal in words, and moves nothing', async () => {
    const desk = await inbox()
    desk.answer('ticket.close', () => ({ ok: false, code: 'unavailable', retry: true }))
    await desk.screen.close(row(2))
    expect(desk.screen.focused.value).toBeNull()
    expect(desk.page.toasts.shown.value.map((toast) => toast.kind)).toEqual(['problem'])
  })

  it('S-3e marks as unread and leaves the ticket, so that it is not read again at once', async () => {
    const desk = await inbox()
    desk.screen.openTicket(id(2))
    expect(desk.desk.conversation.value?.ticket).toBe(id(2))
    await desk.screen.markUnread(row(2))
    expect(desk.desk.conversation.value).toBeNull()
    expect(desk.told('ticket.unread')).toEqual([{ ticket: id(2) }])
    expect(desk.screen.focused.value).toBe(id(2))
  })

  it('moves through the list, and stops at its ends', async () => {
    const desk = await inbox()
    const walk = (...steps: (1 | -1)[]) => steps.map((step) => (desk.screen.move(step), desk.screen.focused.value))
    expect(walk(1, 1, 1, 1, -1)).toEqual([id(3), id(2), id(1), id(1), id(2)])
  })

  it('tells the desk which ticket it shows, and that it shows none', async () => {
    const desk = await inbox()
    desk.screen.openTicket(id(2))
    desk.screen.openTicket(null)
    expect(desk.told('viewing').slice(-2)).toEqual([
      { ticket: id(2), visible: true },
      { ticket: null, visible: true },
    ])
  })

  it('reads list and thread again after a reconnect', async () => {
    const desk = await inbox()
    desk.screen.openTicket(id(2))
    await eventually(() => expect(desk.desk.conversation.value?.thread.problem.value).toBe('not_found'))
    const asked = desk.said.length
    desk.reconnect()
    await eventually(() => {
      const again = desk.said.slice(asked).map((one) => one.event)
      expect(again).toEqual(expect.arrayContaining(['desk.open', 'list.read', 'ticket.open', 'viewing']))
    })
  })
})
