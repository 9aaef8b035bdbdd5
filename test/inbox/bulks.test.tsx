import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, it } from 'vitest'
import { onKey } from '../../server/inbox/desk-keys.ts'
import { ListPane } from '../../server/inbox/list/list-pane.tsx'
import { ToastsView } from '../../server/inbox/parts/toasts.tsx'
import { fakePage } from './page.tsx'
import { id, row } from './rows.ts'

globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
}
afterEach(cleanup)

const rows = [5, 4, 3, 2, 1].map((n) => row(n))
const bulk = id(950)
const progress = {
  bulk,
  did: 'close',
  state: 'done',
  total: 412,
  changed: 409,
  already: 3,
  skipped: [],
  undone: 0,
  kept: [],
}

async function list(next: string | null = null, chats = 0, search = '') {
  const made = fakePage('/inbox/all', {
    'list.search': () => ({
      ok: true,
      found: rows.map((one) => ({ row: one, by: { kind: 'number' } })),
      next,
      backTo: null,
      at: 0,
    }),
    'list.read': () => ({ ok: true, rows, next }),
    'bulk.count': () => ({ ok: true, bulk, total: 412, chats }),
  })
  const route = made.page.router.route.peek()
  if (route.page === 'inbox') made.page.router.go({ ...route, search })
  made.desk.list.show({ ...scope, sort: 'newest', grouped: false, folded: [], me: id(1), search })
  await waitFor(() => expect(made.desk.list.rows.value).toHaveLength(5))
  render(
    <made.Around>
      <ListPane />
      <ToastsView />
    </made.Around>,
  )
  return made
}
const scope = {
  view: 'all' as const,
  status: 'any' as const,
  read: 'any' as const,
  channels: [],
  assignee: { kind: 'anyone' as const },
  tags: [],
  priority: 'any' as const,
  campaign: null,
}

const tick = (n: number, shiftKey = false) =>
  fireEvent.click(screen.getByLabelText(`Pick Customer ${n}, ticket ${4_000 + n}`), { shiftKey })
const act = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

describe('many tickets at once', () => {
  it('S-5 picks one by one, in ranges and by x, and Esc lets go of them', async () => {
    const { screen: desk, page } = await list()
    tick(4)
    tick(2, true)
    expect([...desk.selection.picked.value].toSorted()).toEqual([id(2), id(3), id(4)])
    tick(3)
    expect(screen.getByText('2 picked')).toBeTruthy()
    const press = (key: string) => {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
      Object.defineProperty(event, 'target', { value: document.activeElement })
      onKey(event, page, desk)
    }
    document.querySelector<HTMLElement>(`[data-ticket="${id(5)}"]`)?.focus()
    press('x')
    expect(desk.selection.isPicked(id(5))).toBe(true)
    press('Escape')
    expect(desk.selection.some.value).toBe(false)
  })

  it('S-5 does it to the picked ones at once, tells what became of them, and takes it back', async () => {
    const { told, speak, screen: desk } = await list()
    tick(4)
    tick(2)
    screen.getByRole('button', { name: 'Close' }).focus()
    act('Close')
    await waitFor(() => expect(told('bulk.run')).toEqual([{ bulk }]))
    expect(told('bulk.count')).toEqual([{ over: { tickets: [id(4), id(2)] }, action: { do: 'close' } }])
    await waitFor(() => expect(desk.selection.some.value).toBe(false))
    // Not on a button that is gone.
    await waitFor(() => expect(document.activeElement?.getAttribute('data-ticket')).toBeTruthy())
    speak('bulk.progress', { ...progress, state: 'running', changed: 100, already: 0 })
    expect(await screen.findByText('100 of 412 done …')).toBeTruthy()
    speak('bulk.progress', progress)
    expect(await screen.findByText('409 closed. 3 were so already.')).toBeTruthy()
    act('Undo')
    expect(told('bulk.undo')).toEqual([{ bulk }])
    speak('bulk.progress', { ...progress, state: 'undone', undone: 400, kept: [{ code: 'conflict', n: 9 }] })
    expect(await screen.findByText(/^400 as before; 9 stay/)).toBeTruthy()
  })

  it('T-1a asks before web chats are closed, and says the number; Cancel leaves everything', async () => {
    const { told } = await list(null, 37)
    tick(4)
    act('Close')
    expect(await screen.findByText('412 tickets, 37 of them web chats, which cannot be opened again.')).toBeTruthy()
    fireEvent.click(screen.getByText('Cancel'))
    expect(told('bulk.run')).toEqual([])
    act('Close')
    await screen.findByText('Close 412 tickets?')
    fireEvent.click(screen.getByText('Close 412 tickets'))
    await waitFor(() => expect(told('bulk.run')).toEqual([{ bulk }]))
  })

  it('S-6 takes all that match the filter, counted first, never only those that are loaded', async () => {
    const { told } = await list('next page')
    tick(4)
    fireEvent.click(screen.getByLabelText('Pick all that are loaded'))
    expect(screen.getByText('5 picked')).toBeTruthy()
    act('Pick all that match, also those further down')
    expect(await screen.findByText('412 picked')).toBeTruthy()
    act('More')
    fireEvent.click(screen.getByRole('menuitem', { name: 'High priority' }))
    expect(await screen.findByText('Change the priority of 412 tickets?')).toBeTruthy()
    expect(told('bulk.count').at(-1)).toEqual({
      over: { list: scope, search: '' },
      action: { do: 'priority', priority: 'high' },
    })
  })

  it('S-6 takes all that a search finds, and says why where nobody can count them', async () => {
    const { told, answer } = await list('next page', 0, 'parcel')
    fireEvent.click(screen.getByRole('button', { name: 'Pick several' }))
    tick(4)
    const all = async () => {
      fireEvent.click(screen.getByLabelText('Pick all that are loaded'))
      act('Pick all that match, also those further down')
    }
    await all()
    expect(await screen.findByText('412 picked')).toBeTruthy()
    expect(told('bulk.count').at(-1)).toEqual({ over: { list: scope, search: 'parcel' }, action: { do: 'read' } })
    fireEvent.click(screen.getByLabelText('Pick none'))
    tick(4)
    answer('bulk.count', () => ({ ok: false, code: 'search_too_wide', retry: false }))
    await all()
    expect(await screen.findByText(/^This is in too many places/)).toBeTruthy()
    expect(screen.getByText('5 picked')).toBeTruthy()
  })

  it('S-5 picks by touch: while rows are chosen, a tap ticks instead of opening', async () => {
    const { screen: desk, page } = await list()
    act('Pick several')
    fireEvent.click(document.querySelector(`[data-ticket="${id(2)}"]`) ?? document.body)
    expect([...desk.selection.picked.value]).toEqual([id(2)])
    expect(page.router.route.value).toMatchObject({ ticket: null })
  })

  it('S-5 lets go of a ticket that has left the list: nothing is done to what nobody sees', async () => {
    const { screen: desk, speak, desk: model } = await list()
    tick(4)
    tick(2)
    model.list.show({ ...scope, status: 'open', sort: 'newest', grouped: false, folded: [], me: id(1), search: '' })
    await waitFor(() => expect(model.list.rows.value).toHaveLength(5))
    expect(desk.selection.picked.value.size).toBe(2)
    speak('ticket.changed', { row: row(4, { status: 'closed' }) })
    expect([...desk.selection.picked.value]).toEqual([id(2)])
  })

  it('S-5 offers nothing for more than can be picked one by one, and says so', async () => {
    const { screen: desk } = await list()
    for (let n = 1; n <= 1_001; n++) desk.selection.toggle(id(n))
    expect(await screen.findByText(/1,?000 at most/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'More' })).toBeNull()
  })
})
