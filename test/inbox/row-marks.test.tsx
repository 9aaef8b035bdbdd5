import { act, cleanup, render, screen } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { TicketRowView } from '../../server/inbox/list/ticket-row.tsx'
import type { TicketRow } from '../../server/protocol/ticket.ts'
import { fakePage, noon } from './page.tsx'
import { id, row } from './rows.ts'

const minute = 60_000
beforeEach(() => {
  vi.useFakeTimers({ now: noon })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

function show(parts: Partial<TicketRow>) {
  const { Around, page } = fakePage()
  page.clock = { ...page.clock, now: () => Date.now() }
  const shown = row(1, { lastMessageAt: noon, ...parts })
  render(
    <Around>
      <TicketRowView row={shown} href="#" current={false} tabbable onFocus={() => {}} />
    </Around>,
  )
}
const mark = () => document.querySelector('.waits')?.className
const after = async (ms: number) => {
  await act(() => void vi.advanceTimersByTime(ms))
}

describe('the marks of a row', () => {
  it('W-12a come at their second, without the server: quiet first, then loud', async () => {
    const since = noon - 2 * minute
    show({ waitingSince: since, waitingMarks: { marked: since + 3 * minute, loud: since + 5 * minute } })
    expect(mark()).toBeUndefined()
    await after(minute - 1)
    expect(mark()).toBeUndefined()
    await after(2)
    expect(mark()).toBe('chip waits warn')
    expect(screen.getByText('Waits for an answer since 11:58')).toBeTruthy()
    await after(2 * minute)
    expect(mark()).toBe('chip waits loud')
  })

  it('W-12a stay away where nobody waits, or by a channel without a clock', () => {
    show({ waitingSince: noon - 9 * minute, waitingMarks: null })
    expect(mark()).toBeUndefined()
  })

  it('S-11, S-8b, D-5a say high priority, spam and tags in words too, in two lines', () => {
    const tags = [1, 2, 3].map((n) => ({ id: id(800 + n), name: `tag ${n}` }))
    show({ priority: 'high', spam: true, tags })
    expect(screen.getByRole('img', { name: 'High priority' })).toBeTruthy()
    expect(screen.getByRole('img', { name: 'Spam' })).toBeTruthy()
    expect(document.querySelector('.row-tag')?.textContent).toBe('tag 1+2')
    expect(document.querySelectorAll('.row-line')).toHaveLength(2)
  })
})
