import { cleanup, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, it } from 'vitest'
import { TicketRowView } from '../../server/inbox/list/ticket-row.tsx'
import { channelNames } from '../../server/protocol/channel.ts'
import type { TicketRow } from '../../server/protocol/ticket.ts'
import { fakePage, noon } from './page.tsx'
import { jonas, priya, row } from './rows.ts'

afterEach(cleanup)

function show(parts: Partial<TicketRow>) {
  const { Around } = fakePage()
  const shown = row(1, { lastMessageAt: noon - 6 * 60_000, ...parts })
  return render(
    <Around>
      <TicketRowView row={shown} href="#" current={false} tabbable onFocus={() => {}} />
    </Around>,
  )
}

describe('a row of the list', () => {
  it('S-7 carries its channel’s own glyph, and the channel’s name as text alternative', () => {
    const glyphs = channelNames.map((channel) => {
      const { container, unmount } = show({ channel })
      const icon = container.querySelector(`[data-channel="${channel}"]`)
      const glyph = icon?.querySelector('path')?.getAttribute('d')
      const name = icon?.getAttribute('aria-label')
      unmount()
      return { glyph, name }
    })
    expect(new Set(glyphs.map(({ glyph }) => glyph)).size).toBe(channelNames.length)
    expect(glyphs.map(({ name }) => name)).toEqual(['Web chat', 'Email', 'SMS', 'WhatsApp', 'Instagram', 'Messenger'])
  })

  it('S-4a shows a dot when unread, with the sender’s name and the last message, in words too', () => {
    show({ unread: true, preview: { from: 'customer', text: 'Is it\n blue?' } })
    expect(screen.getByText('Unread:')).toBeTruthy()
    expect(screen.getByText('Customer 1')).toBeTruthy()
    expect(screen.getByText('Is it blue?')).toBeTruthy()
  })

  it('S-4a shows no dot when read', () => {
    show({ unread: false })
    expect(screen.queryByText('Unread:')).toBeNull()
  })

  it('S-10b shows a check mark when closed', () => {
    const { unmount } = show({ status: 'closed' })
    expect(screen.getByLabelText('Closed')).toBeTruthy()
    unmount()
    show({ status: 'open' })
    expect(screen.queryByLabelText('Closed')).toBeNull()
  })

  it('W-11a shows a green dot while the customer is online, and says so', () => {
    const { container, unmount } = show({ customer: { id: 'c', name: 'Zoë', blocked: false, online: true } })
    expect(container.querySelector('.avatar.online')).toBeTruthy()
    expect(screen.getByText(/online/)).toBeTruthy()
    unmount()
    const off = show({ customer: { id: 'c', name: 'Zoë', blocked: false, online: false } })
    expect(off.container.querySelector('.avatar.online')).toBeNull()
  })

  it('says until when it is snoozed, and how old its last message is', () => {
    show({ status: 'snoozed', snoozedUntil: noon + 21 * 3_600_000 })
    expect(screen.getByTitle('Snoozed until Sun 9:00')).toBeTruthy()
    expect(screen.getByText('6m')).toBeTruthy()
  })

  it('S-4a says whose words they are: mine, a colleague’s by name, nobody’s', () => {
    const words = (preview: TicketRow['preview']) => {
      const { container, unmount } = show({ preview })
      const said = container.querySelector('.last-words')?.textContent
      unmount()
      return said
    }
    const text = 'On its way'
    expect(words({ from: 'agent', text, by: jonas })).toBe('You: On its way')
    expect(words({ from: 'agent', text, by: priya })).toBe('Priya: On its way')
    expect(words({ from: 'automatic', text })).toBe('Automatic: On its way')
    expect(words({ from: 'customer', text })).toBe('On its way')
  })

  it('P-3 shows a name and a message as text, whatever they hold', () => {
    const text = '<img src=x onerror=alert(1)>'
    const { container } = show({
      customer: { id: 'c', name: text, blocked: false, online: false },
      preview: { from: 'customer', text },
    })
    expect(container.querySelector('img')).toBeNull()
    expect(screen.getAllByText(text)).toHaveLength(2)
  })

  it('says that something of mine waits there unsent, until it was sent', async () => {
    const made = fakePage()
    made.desk.drafts.opened([row(1).id])
    render(
      <made.Around>
        <TicketRowView row={row(1)} href="#" current={false} tabbable onFocus={() => {}} />
        <TicketRowView row={row(2)} href="#" current={false} tabbable onFocus={() => {}} />
      </made.Around>,
    )
    expect(screen.getAllByRole('img', { name: 'Draft' })).toHaveLength(1)
    const sent = { ticket: row(1).id, kind: 'reply' as const, text: '', knew: 0, actions: [], at: noon }
    made.speak('draft.changed', sent)
    await waitFor(() => expect(screen.queryByRole('img', { name: 'Draft' })).toBeNull())
  })
})
