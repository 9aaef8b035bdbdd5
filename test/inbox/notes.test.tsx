import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, it } from 'vitest'
import { calledIn, notePieces } from '../../server/inbox/conversation/mentions.ts'
import { soughtAt } from '../../server/inbox/conversation/sought.ts'
import { customer, hello, open } from './open-ticket.tsx'
import { noon } from './page.tsx'
import { id, jonas, priya } from './rows.ts'

afterEach(cleanup)

const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Note' })
const type = (value: string) => {
  fireEvent.input(field(), { target: { value } })
}
const press = (key: string) => fireEvent.keyDown(field(), { key })
const toNote = async () => {
  fireEvent.click(screen.getByRole('button', { name: 'Note' }))
  await waitFor(field)
}
const withTeam = async (parts: Parameters<typeof open>[0] = {}) => {
  const desk = await open(parts)
  desk.answer('desk.open', () => ({ ...opened, agents: [jonas, priya, { id: id(77), name: 'Pia Holm' }] }))
  desk.reconnect()
  await waitFor(() => expect(desk.desk.team.value).toHaveLength(3))
  return desk
}
const opened = {
  ok: true,
  me: { ...jonas, email: 'jonas@tidewick.example', role: 'support' },
  counts: { mine: 0, unassigned: 0, mentions: 0, spam: 0, unread: 0 },
  shopName: 'Tidewick',
  accent: {},
  composer: [],
  drafts: [],
  attended: [],
  tags: [],
  teams: [],
  now: noon,
}

describe('a note', () => {
  it('R-10a is written beside the reply, which keeps its own words, and stands in the thread at once', async () => {
    const desk = await open()
    fireEvent.input(screen.getByRole('textbox', { name: 'Reply' }), { target: { value: 'Half an answer' } })
    await toNote()
    expect(screen.getByText('Only your team sees this')).toBeTruthy()
    let answer: (value: unknown) => void = () => {}
    desk.answer('note.write', () => new Promise((resolve) => (answer = resolve)))
    type('She ordered twice')
    press('Enter')
    await screen.findByText('She ordered twice', { selector: '.note p' })
    expect(screen.getByText('Sending')).toBeTruthy()
    expect(desk.told('note.write')).toMatchObject([{ ticket: id(1), text: 'She ordered twice', mentions: [] }])
    answer({ ok: true, n: 2, at: noon })
    const note = desk.desk.conversation.value?.notes.items.value[0]?.id ?? ''
    desk.desk.conversation.value?.hear({
      ticket: id(1),
      event: {
        type: 'note',
        n: 2,
        at: noon,
        id: note,
        by: jonas.id,
        name: jonas.name,
        text: 'She ordered twice',
        mentions: [],
      },
    })
    await waitFor(() => expect(screen.queryByText('Sending')).toBeNull())
    expect(screen.getAllByText('She ordered twice')).toHaveLength(1)
    fireEvent.click(screen.getByRole('button', { name: /^Reply/ }))
    const reply = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Reply' })
    expect(reply.value).toBe('Half an answer')
    expect(desk.told('reply.send')).toEqual([])
  })

  it.each([
    ['closed', { status: 'closed' as const, closedAt: noon }],
    ['blocked', { customer: { ...customer, blocked: true } }],
  ])('R-10a can be written where nobody can be answered: %s', async (_, parts) => {
    await open(parts)
    expect(screen.queryByRole('textbox')).toBeNull()
    await toNote()
  })

  it('R-10a takes no files, and says so', async () => {
    const { desk } = await open()
    await toNote()
    const files = [new File(['x'], 'x.png', { type: 'image/png' })]
    fireEvent.paste(field(), { clipboardData: { files } })
    await screen.findByText('Files do not go with notes. Attach them to a reply.')
    expect(desk.conversation.value?.attached.items.value).toEqual([])
  })

  it('R-10b calls a colleague picked by the keyboard', async () => {
    const desk = await withTeam()
    await toNote()
    desk.answer('note.write', () => ({ ok: true, n: 2, at: noon }))
    type('Ask @p')
    const list = await screen.findByRole('listbox', { name: 'Colleagues' })
    expect(list.querySelectorAll('[role=option]')).toHaveLength(2)
    press('ArrowDown')
    await waitFor(() => expect(field().getAttribute('aria-activedescendant')).toBe('colleagues-1'))
    press('ArrowUp')
    press('Enter')
    await waitFor(() => expect(field().value).toBe('Ask @Priya Raman '))
    expect(screen.queryByRole('listbox')).toBeNull()
    expect(desk.told('note.write')).toEqual([])
    press('Enter')
    await waitFor(() => expect(desk.told('note.write')).toMatchObject([{ mentions: [priya.id] }]))
  })

  it('R-10b closes the list with Esc, and leaves it closed while the name is written by hand', async () => {
    const desk = await withTeam()
    await toNote()
    type('@Pri')
    await screen.findByRole('listbox')
    press('Escape')
    await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull())
    type('@Priya Raman')
    expect(screen.queryByRole('listbox')).toBeNull()
    press('Enter')
    await waitFor(() => expect(desk.told('note.write')).toMatchObject([{ mentions: [priya.id] }]))
  })

  it('R-10b tells me that I am mentioned, unless it stands before my eyes', async () => {
    const desk = await open()
    desk.speak('mentioned', { ticket: id(2), number: 2, by: priya, text: 'Look at this' })
    expect(desk.page.toasts.shown.value.map(({ text }) => text)).toEqual(['Priya Raman mentioned you: Look at this'])
    desk.page.toasts.clear()
    const viewed = desk.told('viewing').length
    desk.speak('mentioned', { ticket: id(1), number: 1, by: priya, text: 'Look at this' })
    expect(desk.page.toasts.shown.value).toEqual([])
    expect(desk.told('viewing')).toHaveLength(viewed + 1)
  })
})

describe('names in a note', () => {
  const bo = { id: 'bo', name: 'Bo' }
  const boris = { id: 'boris', name: 'Boris Lind' }
  const other = { id: 'other', name: 'Bo' }

  it('R-10b are found whole, the longest first, and not inside other words', () => {
    const said = (text: string) => notePieces(text, [bo, boris]).flatMap(({ member }) => member ?? [])
    expect(said('@Bo and @boris lind.')).toEqual(['bo', 'boris'])
    expect(notePieces('@Bo Lind', [bo, { id: 'lind', name: 'Bo Lind' }])).toEqual([
      { text: '@Bo Lind', member: 'lind' },
    ])
    expect(said('@Boris @Bob mail to jo@Bo.example @ Bo')).toEqual([])
    expect(notePieces(hello.text, [bo])).toEqual([{ text: hello.text, member: null }])
  })

  it('R-10b of two with one name both are called, unless one was picked', () => {
    expect(calledIn('@Bo', [bo, other], new Set())).toEqual(['bo', 'other'])
    expect(calledIn('@Bo', [bo, other], new Set(['other']))).toEqual(['other'])
  })
})

describe('what is looked for', () => {
  it.each([
    ['/', 1, ''],
    ['Hi /re', 6, 're'],
    ['Hi\n/two words', 13, 'two words'],
    ['(/a', 3, 'a'],
  ])('begins with a sign at the beginning of a word: %s', (text, cursor, query) => {
    expect(soughtAt(text, cursor, '/')).toMatchObject({ query })
  })

  it.each([
    ['1/2', 3],
    ['https://a', 9],
    ['and / or', 8],
    ['/a\nb', 4],
    ['', 0],
  ])('nothing in %s', (text, cursor) => {
    expect(soughtAt(text, cursor, '/')).toBeNull()
  })
})
