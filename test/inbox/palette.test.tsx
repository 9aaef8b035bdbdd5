import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { onKey } from '../../server/inbox/desk-keys.ts'
import { answers, found, numberIn } from '../../server/inbox/palette/matching.ts'
import { Palette } from '../../server/inbox/palette/palette.tsx'
import type { TicketRow } from '../../server/protocol/ticket.ts'
import { fakePage } from './page.tsx'
import { id, jonas, priya, row } from './rows.ts'
import { eventually } from '../eventually.ts'

afterEach(cleanup)

describe('matching', () => {
  const titles = [
    'Assign to me',
    'Assign to Priya Raman',
    'Settings: Email',
    'Snooze: Tomorrow, 9:00',
    'Língua: Português',
  ]
  const all = titles.map((title) => ({ title, also: title.startsWith('Settings') ? 'go to preferences' : '' }))
  const titled = (query: string) => found(all, query).map(({ title }) => title)

  it.each([
    ['', titles],
    ['  ', titles],
    ['assign', ['Assign to me', 'Assign to Priya Raman']],
    ['priya ass', ['Assign to Priya Raman']],
    ['me', ['Assign to me']],
    ['ail', ['Settings: Email']],
    ['preferences email', ['Settings: Email']],
    ['snz', ['Snooze: Tomorrow, 9:00']],
    ['tmrw', ['Snooze: Tomorrow, 9:00']],
    ['lingua portugues', ['Língua: Português']],
    ['assign x', []],
    ['zzz', []],
    ['\\ ( [', titles],
  ])('finds for "%s", by words in any order', (query, expected) => {
    expect(titled(query)).toEqual(expected)
  })

  it('puts a whole word before a beginning, and the title before other words', () => {
    expect(found([{ title: 'Closed' }, { title: 'Close' }], 'close')[0]?.title).toBe('Close')
    expect(answers({ title: 'Reply' }, 'reply')).toBeGreaterThan(answers({ title: 'Answer', also: 'reply' }, 'reply'))
  })

  it.each([
    ['4711', 4711],
    [' #12 ', 12],
    ['0', null],
    ['#', null],
    ['12a', null],
    ['-1', null],
    ['99999999999', null],
  ])('knows a ticket number: %s', (query, number) => {
    expect(numberIn(query)).toBe(number)
  })
})

/** The palette over My inbox with an open ticket. */
async function palette(parts: Partial<TicketRow> = {}, open = true) {
  const ticket = open ? id(1) : undefined
  const made = fakePage(`/inbox/mine/${ticket ?? ''}`, {
    'ticket.open': () => ({
      ok: true,
      row: row(1, parts),
      customer: { ...jonas, blocked: false },
      events: [],
      earlier: false,
      more: false,
    }),
  })
  await eventually(() => expect(made.desk.team.value).toHaveLength(1))
  made.speak('agents.changed', {
    agents: [
      { ...jonas, presence: 'online' },
      { ...priya, presence: 'offline' },
    ],
    gone: [],
  })
  await eventually(() => expect(made.desk.conversation.value?.row.value?.id).toBe(ticket))
  const onClose = vi.fn<() => void>()
  const before = document.createElement('button')
  document.body.append(before)
  before.focus()
  const view = render(
    <made.Around>
      <Palette onClose={onClose} />
    </made.Around>,
  )
  const field = screen.getByRole('combobox')
  const type = (text: string) => fireEvent.input(field, { target: { value: text } })
  const press = (key: string, more = {}) => fireEvent.keyDown(field, { key, ...more })
  const options = () => screen.queryAllByRole('option').map((one) => one.querySelector('.cut')?.textContent)
  const current = () => document.getElementById(field.getAttribute('aria-activedescendant') ?? '')
  return { ...made, ...view, onClose, field, type, press, options, current, before }
}

describe('the palette', () => {
  it('is a combobox over its list: the arrows choose, round and round, while the focus stays', async () => {
    const { press, current, options, field } = await palette()
    expect(field.getAttribute('aria-controls')).toBe(screen.getByRole('listbox').id)
    expect(current()?.textContent).toContain('Reply')
    expect(current()?.getAttribute('aria-selected')).toBe('true')
    press('ArrowDown')
    await waitFor(() => expect(current()?.textContent).toContain('Write a note'))
    press('ArrowUp')
    press('ArrowUp')
    await waitFor(() => expect(current()?.textContent).toContain(options().at(-1) ?? 'nothing'))
    expect(screen.getAllByRole('option', { selected: true })).toHaveLength(1)
  })

  it('offers what can be done with the ticket that is open, as it stands', async () => {
    const { options } = await palette({ status: 'closed', mayReopen: true, assignee: null })
    expect(options()).toEqual(expect.arrayContaining(['Reply', 'Reopen', 'Assign to me', 'Assign to Priya Raman']))
    for (const not of ['Close', 'Assign to nobody', 'Mark as unread']) expect(options()).not.toContain(not)
  })

  it('offers nothing for a ticket where there is none', async () => {
    const { options } = await palette({}, false)
    expect(options()).toEqual(
      expect.arrayContaining(['My inbox', 'Spam', 'Your preferences', 'Theme: Dark', 'Sign out']),
    )
    expect(options()).not.toContain('Reply')
    // D-7: of the settings what is theirs, and nothing of the shop's.
    for (const not of ['General', 'Members', 'Email']) expect(options()).not.toContain(`Settings: ${not}`)
  })

  it('does what was found with Enter, and gives the focus back before that', async () => {
    const { type, press, onClose, told, before, unmount, current } = await palette()
    type('priya')
    await waitFor(() => expect(current()?.textContent).toContain('Assign to Priya Raman'))
    press('Enter')
    expect(onClose).toHaveBeenCalledOnce()
    expect(told('ticket.assign')).toEqual([])
    unmount()
    expect(document.activeElement).toBe(before)
    await eventually(() => expect(told('ticket.assign')).toEqual([{ ticket: id(1), agent: priya.id }]))
  })

  it('opens a ticket by its number, and says when there is none', async () => {
    const made = await palette()
    made.answer('ticket.numbered', () => ({ ok: true, ticket: id(7) }))
    made.type('#4711')
    await waitFor(() => expect(made.options()[0]).toBe('Open ticket #4711'))
    made.press('Enter')
    await eventually(() => expect(made.told('ticket.numbered')).toEqual([{ number: 4711 }]))
    await eventually(() => expect(made.page.router.route.value).toMatchObject({ view: 'all', ticket: id(7) }))
    made.answer('ticket.numbered', () => ({ ok: false, code: 'not_found', retry: false }))
    made.press('Enter')
    await eventually(() => expect(made.page.toasts.shown.value[0]?.text).toBe('There is no ticket #4711.'))
  })

  it.each([
    ['dark', ({ page }: Made) => page.theme.theme.value, 'dark'],
    ['deutsch', ({ page }: Made) => page.language.language.value, 'de'],
    ['away', ({ told }: Made) => told('away.set'), [{ away: true }]],
    ['unassigned', ({ page }: Made) => page.router.route.value, expect.objectContaining({ view: 'unassigned' })],
    ['preferences', ({ page }: Made) => page.router.route.value, { page: 'settings', section: 'me' }],
    ['snooze week', ({ told }: Made) => told('ticket.snooze').length, 1],
    ['mark unread', ({ told }: Made) => told('ticket.unread'), [{ ticket: id(1) }]],
    ['note', ({ screen: at }: Made) => at.noteAsked.value, id(1)],
  ])('does "%s"', async (query, seen, expected) => {
    const made = await palette()
    made.type(query)
    await waitFor(() => expect(made.options().length).toBeGreaterThan(0))
    made.press('Enter')
    await eventually(() => expect(seen(made)).toEqual(expected))
  })

  it('signs out as the menu does: the desk gets what is being written first', async () => {
    const made = await palette()
    const signedOut = new Promise<void>((resolve) => {
      made.page.api.signOut = () => (resolve(), Promise.resolve({ ok: true }))
    })
    made.desk.drafts.of(id(1), 'reply').write('Half a senten', 1)
    made.type('sign out')
    await waitFor(() => expect(made.options().length).toBeGreaterThan(0))
    made.press('Enter')
    await signedOut
    expect(made.told('draft.save')).toMatchObject([{ text: 'Half a senten' }])
  })

  it('S-6 searches the tickets for whatever else was typed, after all that can be done', async () => {
    const { type, press, options, page, answer } = await palette()
    answer('list.search', () => ({ ok: true, found: [], next: null, backTo: null, at: 0 }))
    type('close')
    await waitFor(() => expect(options()).toEqual(['Close', 'Search tickets for “close”']))
    type(' fly to the moon ')
    await waitFor(() => expect(options()).toEqual(['Search tickets for “fly to the moon”']))
    press('Enter')
    await eventually(() =>
      expect(page.router.route.value).toMatchObject({ view: 'all', search: 'fly to the moon', ticket: null }),
    )
  })

  it('opens with Ctrl K and Cmd K, also while typing and with single keys off, and closes by it', async () => {
    const made = await palette()
    made.press('k', { ctrlKey: true })
    expect(made.onClose).toHaveBeenCalledOnce()
    made.unmount()
    const field = document.createElement('textarea')
    document.body.append(field)
    made.speak('preferences.changed', { ...made.desk.preferences.now.value, singleKeys: false })
    for (const key of [{ ctrlKey: true }, { metaKey: true }]) {
      made.screen.paletteOpen.value = false
      const event = new KeyboardEvent('keydown', { key: 'k', cancelable: true, ...key })
      Object.defineProperty(event, 'target', { value: field })
      onKey(event, made.page, made.screen)
      expect([made.screen.paletteOpen.value, event.defaultPrevented]).toEqual([true, true])
    }
  })
})

type Made = Awaited<ReturnType<typeof palette>>
