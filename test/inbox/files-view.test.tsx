import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, it } from 'vitest'
import { filesOf } from '../../server/inbox/conversation/files.ts'
import { sizeIn } from '../../widget/thread/file-size.ts'
import { lastWords } from '../../server/inbox/list/last-words.ts'
import { en } from '../../server/inbox/words/en.ts'
import type { ThreadFile } from '../../server/protocol/files.ts'
import type { ThreadMessage } from '../../server/protocol/thread.ts'
import { hello, open } from './open-ticket.tsx'
import { noon } from './page.tsx'
import { id } from './rows.ts'

afterEach(cleanup)

const file = (n: number, more: Partial<ThreadFile> = {}): ThreadFile => ({
  id: id(700 + n),
  name: `vase-${n}.jpg`,
  type: 'image/jpeg',
  kind: 'picture',
  state: 'here',
  size: 48_200,
  why: null,
  ...more,
})
const mms = (files: ThreadFile[], more: Partial<ThreadMessage> = {}): ThreadMessage => ({
  ...hello,
  channel: 'sms',
  text: '',
  files,
  ...more,
})
const show = (...events: Parameters<typeof open>[1] & object) => open({ channel: 'sms' }, events)

it('M-5 a picture stands in the thread, and large in a dialog', async () => {
  const { container } = await show(mms([file(1)]))
  expect(container.querySelector('.files img')?.getAttribute('src')).toBe(`/api/attachments/${id(701)}`)
  expect(container.querySelector('.bubble')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Enlarge picture: vase-1.jpg' }))
  expect(screen.getByRole('dialog', { name: 'vase-1.jpg' })).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Save file' }).getAttribute('download')).toBe('vase-1.jpg')
})

it('M-5 a film and a sound can be played, another file saved by its name', async () => {
  const film = file(1, { kind: 'video', name: 'film.mp4' })
  const sound = file(2, { kind: 'audio', name: 'word.ogg' })
  const bill = file(3, { kind: 'file', name: 'Bill.pdf', size: 2_340_000 })
  const { container } = await show(mms([film, sound, bill], { text: 'Look' }))
  expect(container.querySelector('video')?.getAttribute('src')).toBe(`/api/attachments/${id(701)}`)
  expect(container.querySelector('audio')?.hasAttribute('controls')).toBe(true)
  const card = screen.getByRole('link', { name: /Bill\.pdf/ })
  expect(card.textContent).toContain('2.3 MB')
  expect(card.getAttribute('download')).toBe('Bill.pdf')
  expect(screen.getByText('Look')).toBeTruthy()
})

it('M-5 a picture on its way has its place, and takes it when it is there', async () => {
  const waiting = file(1, { state: 'waiting', size: null })
  const { container, desk, shown } = await show(mms([waiting]))
  expect(screen.getByText('The picture is on its way')).toBeTruthy()
  expect(container.querySelector('.files .frame')).toBeTruthy()
  const event = { type: 'file', n: 2, at: noon, message: hello.id, file: file(1) } as const
  desk.conversation.value?.hear({ ticket: shown.id, event })
  await waitFor(() => expect(container.querySelector('.files img')).toBeTruthy())
  expect(screen.queryByText('The picture is on its way')).toBeNull()
  // It is no line of the thread by itself.
  expect(container.querySelectorAll('.status-line')).toHaveLength(0)
})

it('M-5 one that was lost, or cannot be shown, says so or can be saved', async () => {
  const lost = file(1, { state: 'lost', why: 'too_large' })
  const gone = file(2, { state: 'lost', why: 'gone', kind: 'file', name: 'Bill.pdf' })
  const { container } = await show(mms([lost, gone, file(3)]))
  expect(screen.getByText('Not fetched: larger than 25 MB.')).toBeTruthy()
  expect(screen.getByText('Bill.pdf')).toBeTruthy()
  const picture = container.querySelector('.files img')
  if (picture) fireEvent.error(picture)
  expect((await screen.findByRole('link', { name: /vase-3\.jpg/ })).getAttribute('download')).toBe('vase-3.jpg')
})

it('T-5 a story that is answered or mentions the shop is named', async () => {
  await show(
    mms([], { story: 'mention', channel: 'instagram' }),
    mms([file(1, { name: 'story' })], { n: 2, id: id(902), text: 'Love it', story: 'reply', channel: 'instagram' }),
  )
  expect(screen.getByText('Mentioned you in a story')).toBeTruthy()
  expect(screen.getByText('Replied to your story')).toBeTruthy()
  expect(screen.getByText('Love it')).toBeTruthy()
})

it('M-5 the last word on a file holds, in whatever order it came', () => {
  const after = {
    type: 'file',
    n: 3,
    at: noon,
    message: hello.id,
    file: file(1, { state: 'lost', why: 'gone' }),
  } as const
  const found = filesOf([mms([file(1, { state: 'waiting' }), file(2)]), after])
  expect(found.get(hello.id)?.files.map(({ state }) => state)).toEqual(['lost', 'here'])
  expect(filesOf([hello]).size).toBe(0)
})

it('S-4 a row names what came without words', () => {
  const row = (text: string, kind?: 'picture' | 'story_reply') => ({
    preview: { from: 'customer' as const, text, ...(kind && { kind }) },
  })
  expect(lastWords(row('', 'picture'), en)).toBe('Picture')
  expect(lastWords(row(' ', 'story_reply'), en)).toBe('Reply to your story')
  expect(lastWords(row('Look\n here', 'picture'), en)).toBe('Look here')
  expect(lastWords({ preview: null }, en)).toBe(en.list.noText)
})

it('writes sizes as people do', () => {
  expect([0, 999, 1_000, 48_200, 999_600, 2_340_000, 24_900_000].map((size) => sizeIn('en', size))).toEqual([
    '0 byte',
    '999 byte',
    '1 kB',
    '48.2 kB',
    '1 MB',
    '2.3 MB',
    '24.9 MB',
  ])
})
