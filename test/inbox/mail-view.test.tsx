import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, it } from 'vitest'
import { beyond } from '../../server/inbox/conversation/mail-view.tsx'
import { mailsOf } from '../../server/inbox/conversation/mails.ts'
import type { OpenedMail } from '../../server/protocol/mail.ts'
import type { ThreadMessage } from '../../server/protocol/thread.ts'
import { hello, open } from './open-ticket.tsx'
import { noon } from './page.tsx'
import { id } from './rows.ts'

afterEach(cleanup)

const mail = (n: number, text: string, subject: string, more = false): ThreadMessage => ({
  ...hello,
  n,
  at: noon + n,
  id: id(900 + n),
  channel: 'email',
  text,
  mail: { subject, html: true, more },
})
const whole: OpenedMail = {
  subject: 'My plate',
  from: 'mireille@customer.example',
  to: ['support@shop.example'],
  cc: ['bob@friend.example'],
  at: noon,
  text: 'It broke.\n\nOn Monday the shop wrote:\n> It is on its way.',
  html: true,
  held: 2,
}
const openMail = (events: ThreadMessage[], answer: OpenedMail = whole) =>
  open({ channel: 'email' }, events, {}, { mail: () => Promise.resolve({ ok: true, ...answer }) })

it('T-2 a subject stands once, not over each answer to it', () => {
  const marks = mailsOf([
    mail(1, 'One', 'My plate'),
    mail(2, 'Two', 'Re: AW: my plate'),
    mail(3, 'Three', 'The invoice'),
    { ...hello, n: 4, id: id(904) },
    mail(5, 'Five', ''),
  ])
  expect([...marks].map(([of, { subject }]) => [of, subject])).toEqual([
    [id(901), 'My plate'],
    [id(902), null],
    [id(903), 'The invoice'],
    [id(905), null],
  ])
})

it('T-2b whoever else writes into the thread stands there as themselves, the customer as before', async () => {
  const own = mail(1, 'It broke.', 'My plate')
  const { container } = await openMail([own, { ...mail(2, 'I have it.', 'Re: My plate'), name: 'Bob Byron' }])
  const groups = [...container.querySelectorAll('.group')]
  const faces = groups.map((group) => group.querySelector('.avatar')?.textContent)
  expect(faces).toEqual(['MA', 'BB'])
  expect(groups.map((group) => group.querySelector('bdi')?.textContent)).toEqual(['Mireille', 'Bob Byron'])
})

it('T-2 what a mail quotes is folded until somebody asks for it', async () => {
  await openMail([mail(1, 'It broke.', 'My plate', true), mail(2, 'Hello?', 'Re: My plate')])
  expect(screen.getByText('My plate')).toBeTruthy()
  expect(screen.queryByText(/It is on its way/)).toBeNull()
  const [fold, ...others] = screen.getAllByRole('button', { name: 'Show what it quotes' })
  expect(others).toEqual([])
  if (fold) fireEvent.click(fold)
  const quoted = await screen.findByText(/It is on its way/)
  expect(quoted.textContent).not.toContain('It broke.')
  fireEvent.click(screen.getByRole('button', { name: 'Fold what it quotes' }))
  await waitFor(() => expect(screen.queryByText(/It is on its way/)).toBeNull())
})

it('what a mail says after the words that stand there already', () => {
  expect(beyond('Hello\n\n> before\n', 'Hello')).toBe('> before')
  expect(beyond('> before\nHello', 'Hello')).toBe('> before\nHello')
})

it('P-2 the original stands in a frame that may run nothing, without pictures from elsewhere until somebody asks', async () => {
  await openMail([mail(1, 'It broke.', 'My plate')])
  fireEvent.click(screen.getByRole('button', { name: 'Show original' }))
  const frame = await screen.findByTitle('The mail')
  expect(frame.getAttribute('sandbox')).toBe('allow-popups allow-popups-to-escape-sandbox')
  expect(frame.getAttribute('src')).toBe(`/mail/${id(901)}`)
  for (const said of ['mireille@customer.example', 'support@shop.example', 'bob@friend.example']) {
    expect(screen.getByText(said)).toBeTruthy()
  }
  expect(screen.getByText(/2 pictures from elsewhere are left out/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Load pictures' }))
  await waitFor(() => expect(screen.getByTitle('The mail').getAttribute('src')).toBe(`/mail/${id(901)}?remote=1`))
  expect(screen.queryByRole('button', { name: 'Load pictures' })).toBeNull()
})

it('P-2, P-3 a mail without a page shows its text as text', async () => {
  await openMail([mail(1, 'It broke.', 'My plate')], { ...whole, html: false, held: 0, text: '<b>bold</b>' })
  fireEvent.click(screen.getByRole('button', { name: 'Show original' }))
  expect((await screen.findByText('<b>bold</b>')).querySelector('b')).toBeNull()
  expect(document.querySelector('iframe')).toBeNull()
})

it('a mail that cannot be read now says so, and is asked for again by hand', async () => {
  let tries = 0
  await open(
    { channel: 'email' },
    [mail(1, 'It broke.', 'My plate')],
    {},
    {
      mail: () =>
        Promise.resolve(tries++ === 0 ? { ok: false, code: 'unavailable', retry: true } : { ok: true, ...whole }),
    },
  )
  fireEvent.click(screen.getByRole('button', { name: 'Show original' }))
  fireEvent.click(await screen.findByRole('button', { name: 'Try again' }))
  expect(await screen.findByTitle('The mail')).toBeTruthy()
})
