import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, it } from 'vitest'
import type { ThreadMessage } from '../../server/protocol/thread.ts'
import { hello, open } from './open-ticket.tsx'
import { noon } from './page.tsx'
import { id, jonas, priya } from './rows.ts'

afterEach(cleanup)

const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Reply' })
const type = (value: string) => fireEvent.input(field(), { target: { value } })
const enter = () => fireEvent.keyDown(field(), { key: 'Enter' })
const answerOf = (n: number, by: { id: string; name: string }, text: string): ThreadMessage => ({
  ...hello,
  n,
  id: id(900 + n),
  from: 'agent',
  by: by.id,
  name: by.name,
  text,
})
type Desk = Awaited<ReturnType<typeof open>>
const comes = (desk: Desk, event: ThreadMessage) => desk.desk.conversation.value?.hear({ ticket: id(1), event })

it('R-14b shows who answered what while one wrote, and sends over it on the second word only', async () => {
  const desk = await open()
  desk.answer('reply.send', () => ({ ok: true, n: 3, at: noon }))
  type('A new plate leaves tomorrow.')
  comes(desk, answerOf(2, priya, 'We are out of plates.'))
  await screen.findByText(/Priya Raman answered while you were writing/)
  expect(screen.getByText('We are out of plates.', { selector: 'q' })).toBeTruthy()
  enter()
  await screen.findByText(/Not sent yet/)
  expect(desk.told('reply.send')).toEqual([])
  expect(field().value).toBe('A new plate leaves tomorrow.')
  fireEvent.click(screen.getByRole('button', { name: 'Send anyway' }))
  await waitFor(() =>
    expect(desk.told('reply.send')).toMatchObject([{ text: 'A new plate leaves tomorrow.', knew: 2 }]),
  )
  expect(field().value).toBe('')
  expect(screen.queryByText(/answered while you were writing/)).toBeNull()
})

it('R-14b asks again where yet another answer came in between', async () => {
  const desk = await open()
  type('Mine')
  comes(desk, answerOf(2, priya, 'First'))
  await screen.findByText('First', { selector: 'q' })
  enter()
  await screen.findByText(/Not sent yet/)
  comes(desk, answerOf(3, priya, 'Second'))
  await screen.findByText('Second', { selector: 'q' })
  enter()
  expect(desk.told('reply.send')).toEqual([])
  fireEvent.click(await screen.findByRole('button', { name: 'Discard mine' }))
  await waitFor(() => expect(field().value).toBe(''))
})

it('R-14b, R-14c one’s own replies and new messages of the customer ask nothing; the latter are hinted at', async () => {
  const desk = await open()
  desk.answer('reply.send', () => ({ ok: true, n: 5, at: noon }))
  type('Mine')
  comes(desk, answerOf(2, jonas, 'From another tab of mine'))
  comes(desk, { ...hello, n: 3, id: id(903), text: 'Hello?' })
  comes(desk, { ...hello, n: 4, id: id(904), text: 'Anybody?' })
  await screen.findByText('Mireille has written 2 messages since you began.')
  enter()
  await waitFor(() => expect(desk.told('reply.send')).toMatchObject([{ text: 'Mine', knew: 1 }]))
})

it('R-14b keeps what the desk held back, to be sent, edited or discarded', async () => {
  const desk = await open()
  desk.answer('reply.send', () => ({ ok: false, code: 'crossed', retry: false }))
  for (const text of ['One', 'Two', 'Three']) {
    type(text)
    enter()
  }
  await waitFor(() => expect(screen.getAllByRole('button', { name: 'Send anyway' })).toHaveLength(3))
  comes(desk, answerOf(2, priya, 'Already done'))
  await waitFor(() => expect(screen.getAllByText('Already done', { selector: 'q' })).toHaveLength(3))
  desk.answer('reply.send', () => ({ ok: true, n: 3, at: noon }))
  const button = (name: string) => screen.getAllByRole('button', { name })[0] ?? document.body
  fireEvent.click(button('Send anyway'))
  await waitFor(() => expect(desk.told('reply.send').at(-1)).toMatchObject({ text: 'One', knew: 2 }))
  fireEvent.click(button('Edit'))
  await waitFor(() => expect(field().value).toBe('Two'))
  // What is edited still knows as little as when it was begun.
  expect(await screen.findByText(/Priya Raman answered/, { selector: '[role=status]' })).toBeTruthy()
  fireEvent.click(button('Discard'))
  await waitFor(() => expect(screen.queryByText('Three')).toBeNull())
})

it('R-14b keeps a way out of what was held back where nothing can be answered any more, and beside a note', async () => {
  const desk = await open()
  desk.answer('reply.send', () => ({ ok: false, code: 'crossed', retry: false }))
  type('Mine')
  enter()
  await screen.findByRole('button', { name: 'Send anyway' })
  fireEvent.click(screen.getByRole('button', { name: 'Note' }))
  await screen.findByRole('textbox', { name: 'Note' })
  expect(screen.getByRole('button', { name: 'Send anyway' })).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Reply' }))
  const offered = [{ channel: 'web_chat' as const, refused: 'ticket_closed' as const, until: null }]
  const closed = { ...desk.shown, status: 'closed' as const, reply: { offered, chosen: 'web_chat' as const } }
  desk.desk.conversation.value?.change(closed)
  await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Reply' })).toBeNull())
  fireEvent.click(screen.getByRole('button', { name: 'Discard' }))
  await waitFor(() => expect(screen.queryByText('Mine')).toBeNull())
})

it('R-14b asks too where files are all that was picked before a colleague answered', async () => {
  const sent: FormData[] = []
  const api = { replyWithFiles: (_: string, form: FormData) => (sent.push(form), Promise.resolve(taken)) }
  const taken = { ok: true as const, n: 3, at: noon }
  const desk = await open({ channel: 'email', answerTo: 'mireille@brief.example' }, [hello], {}, api)
  desk.desk.conversation.value?.attached.add([new File(['x'], 'bill.pdf', { type: 'application/pdf' })])
  await screen.findByText('bill.pdf')
  comes(desk, { ...answerOf(2, priya, 'Here is your bill'), channel: 'email' })
  await screen.findByText('Here is your bill', { selector: 'q' })
  fireEvent.click(screen.getByRole('button', { name: 'Send' }))
  await screen.findByText(/Not sent yet/)
  expect(sent).toEqual([])
  fireEvent.click(screen.getByRole('button', { name: 'Send anyway' }))
  await waitFor(() => expect(sent.map((form) => form.get('knew'))).toEqual(['2']))
})
