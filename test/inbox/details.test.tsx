import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, expect, it } from 'vitest'
import { DetailsPane } from '../../server/inbox/details/details-pane.tsx'
import type { TicketDetails } from '../../server/protocol/details.ts'
import type { CustomerCard, TicketRow } from '../../server/protocol/ticket.ts'
import { customer, open } from './open-ticket.tsx'
import { noon } from './page.tsx'
import { en } from '../../server/inbox/words/en.ts'
import { id, row } from './rows.ts'

afterEach(cleanup)

/** The pane beside a ticket, of which the desk tells `details`. */
async function beside(
  details: Partial<TicketDetails>,
  parts: Partial<TicketRow> = {},
  known: Partial<CustomerCard> = {},
) {
  const desk = await open(parts, undefined, known)
  cleanup()
  desk.answer('ticket.details', () => ({ ok: true, names: [], consents: [], linked: [], ...details }))
  render(
    <desk.Around>
      <DetailsPane />
    </desk.Around>,
  )
  await waitFor(() => expect(desk.told('ticket.details')).toContainEqual({ ticket: id(1) }))
  return desk
}

it('T-11 shows every name a channel knows the customer by', async () => {
  await beside({
    names: [
      { kind: 'email', value: 'mireille@home.example' },
      { kind: 'email', value: 'mireille@work.example' },
      { kind: 'instagram', value: '1784140001' },
    ],
  })
  const term = await screen.findByText('Instagram id')
  expect(term.nextElementSibling?.textContent).toBe('1784140001')
  const mails = screen.getByText('Email').parentElement
  expect(mails?.querySelectorAll('dd')).toHaveLength(2)
})

it('M-3 shows the consents with what led to each', async () => {
  await beside({
    consents: [
      {
        channel: 'sms',
        consent: 'stopped',
        history: [
          { at: noon, consent: 'stopped', by: 'customer', said: 'Stop' },
          { at: noon - 1, consent: 'transactional', by: 'shop', said: null },
        ],
      },
      { channel: 'whatsapp', consent: 'never', history: [] },
    ],
  })
  const section = within(await screen.findByRole('region', { name: 'Consent' }))
  const [stop, shop] = section.getByText('2 changes').closest('details')?.querySelectorAll('li') ?? []
  expect(stop?.textContent).toMatch(/^Stoppedwrote “Stop”/)
  expect(shop?.textContent).toMatch(/^Order messagesreported by the shop/)
  expect(section.getByText('Not needed')).toBeTruthy()
})

it('M-3 asks again when a STOP changes who may be answered', async () => {
  const desk = await beside({})
  desk.speak('ticket.changed', {
    row: row(1, {
      reply: { offered: [{ channel: 'web_chat', until: null, refused: 'opted_out' }], chosen: 'web_chat' },
    }),
  })
  await waitFor(() => expect(desk.told('ticket.details')).toHaveLength(2))
})

it('D-1 I8 asks again when the connection is back, for itself and for the other tickets', async () => {
  const desk = await beside({})
  const others = () => desk.told('list.read').filter((ask) => JSON.stringify(ask).includes('"customer"')).length
  await waitFor(() => expect(others()).toBe(1))
  desk.answer('ticket.details', () => ({
    ok: true,
    names: [{ kind: 'email', value: 'mireille@home.example' }],
    consents: [],
    linked: [],
  }))
  desk.state.value = 'offline'
  await waitFor(() => expect(screen.queryByText('mireille@home.example')).toBeNull())
  desk.reconnect()
  expect(await screen.findByText('mireille@home.example')).toBeTruthy()
  await waitFor(() => expect(others()).toBe(2))
})

it('D-1 R-11 language and time zone are chosen where they stand, from all there are', async () => {
  const desk = await beside({}, {}, { locale: 'pt-BR', timeZone: null })
  desk.answer('customer.edit', () => ({ ok: true }))
  expect(screen.getByText('Brazilian Portuguese')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Change the time zone' }))
  fireEvent.input(screen.getByRole('combobox', { name: 'Change the time zone' }), { target: { value: 'lisb' } })
  fireEvent.click(await screen.findByRole('option', { name: /Europe\/Lisbon/ }))
  fireEvent.click(screen.getByRole('button', { name: 'Change the language' }))
  expect(screen.getByRole('option', { name: 'Brazilian Portuguese', selected: true })).toBeTruthy()
  fireEvent.click(screen.getByRole('option', { name: 'Not known' }))
  await waitFor(() =>
    expect(desk.told('customer.edit')).toEqual([
      { customer: customer.id, timeZone: 'Europe/Lisbon' },
      { customer: customer.id, language: null },
    ]),
  )
})

it('D-1 what two write about a person at once stands there both, until one says which holds', async () => {
  const desk = await beside({}, {}, { about: 'Old.' })
  desk.answer('customer.edit', () => ({ ok: false, code: 'conflict', retry: false }))
  const field = await screen.findByLabelText('About')
  fireEvent.input(field, { target: { value: 'Mine.' } })
  fireEvent.blur(field)
  await waitFor(() =>
    expect(desk.told('customer.edit')).toEqual([{ customer: customer.id, about: 'Mine.', knew: 'Old.' }]),
  )
  const now = { ...customer, about: 'Theirs.' }
  desk.answer('ticket.open', () => ({ ok: true, row: row(1), customer: now, events: [], earlier: false }))
  desk.speak('customer.changed', { customer: customer.id })
  await screen.findByText('Theirs.')
  expect(Reflect.get(field, 'value')).toBe('Mine.')
  desk.answer('customer.edit', () => ({ ok: true }))
  fireEvent.click(screen.getByRole('button', { name: 'Save mine' }))
  await waitFor(() =>
    expect(desk.told('customer.edit')[1]).toEqual({ customer: customer.id, about: 'Mine.', knew: 'Theirs.' }),
  )
  await waitFor(() => expect(screen.queryByText('Theirs.', { selector: 'blockquote' })).toBeNull())
})

it('D-1 what was written about a person is kept when the pane goes without the field being left', async () => {
  const desk = await beside({})
  desk.answer('customer.edit', () => ({ ok: true }))
  fireEvent.input(await screen.findByLabelText('About'), { target: { value: 'Has small hands.' } })
  cleanup()
  const kept = { customer: customer.id, about: 'Has small hands.', knew: '' }
  await waitFor(() => expect(desk.told('customer.edit')).toEqual([kept]))
})

it('T-6 says of a visitor of Messenger that there is no customer', async () => {
  await beside(
    { names: [{ kind: 'messenger', value: '7001' }] },
    { channel: 'messenger' },
    { visitor: { pageScopedId: '7001' } },
  )
  expect(screen.getByRole('region', { name: 'Visitor' }).textContent).toContain('Not a customer')
  expect(screen.queryByText('Offline')).toBeNull()
  expect((await screen.findByText('Messenger id')).nextElementSibling?.textContent).toBe('7001')
})

it('T-2 leads to the tickets that are linked with this one', async () => {
  await beside({
    linked: [
      { id: id(7), number: 4007, channel: 'email', status: 'open', customer: 'Eve', how: 'after', takes: false },
    ],
  })
  const link = await screen.findByRole('link', { name: '4007, Eve' })
  expect(link.getAttribute('href')).toBe(`/inbox/all/${id(7)}`)
  expect(screen.getByText('Led to')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Move into 4007' })).toBeNull()
})

it('T-2c moves a stranger’s mails with one click into the ticket they aimed at, and goes there', async () => {
  const desk = await beside({
    linked: [
      { id: id(7), number: 4007, channel: 'email', status: 'open', customer: 'Ada', how: 'before', takes: true },
    ],
  })
  desk.answer('ticket.moveIn', () => ({ ok: false, code: 'conflict', retry: false }))
  const move = async () => fireEvent.click(await screen.findByRole('button', { name: 'Move into 4007' }))
  await move()
  await waitFor(() => expect(desk.page.toasts.shown.value.map(({ text }) => text)).toEqual([en.refused.conflict]))
  desk.answer('ticket.moveIn', () => ({ ok: true }))
  await move()
  await waitFor(() => expect(desk.page.router.route.value).toMatchObject({ page: 'inbox', ticket: id(7) }))
  expect(desk.told('ticket.moveIn')).toEqual(Array(2).fill({ ticket: id(1), into: id(7) }))
})

it('T-11 says when the desk cannot tell, and shows what is known', async () => {
  const desk = await open({}, undefined, { email: 'mireille@home.example' })
  cleanup()
  desk.answer('ticket.details', () => ({ ok: false, code: 'unavailable', retry: true }))
  render(
    <desk.Around>
      <DetailsPane />
    </desk.Around>,
  )
  expect(await screen.findByText(/could not be loaded\.$/)).toBeTruthy()
  expect(screen.getByText('mireille@home.example')).toBeTruthy()
})

it('D-1a opens every other ticket of the customer, the first eight at once', async () => {
  const desk = await open()
  cleanup()
  desk.answer('ticket.details', () => ({ ok: true, names: [], consents: [], linked: [] }))
  const others = Array.from({ length: 11 }, (_, n) => row(20 - n, { customer }))
  desk.answer('list.read', () => ({ ok: true, rows: others, next: null }))
  render(
    <desk.Around>
      <DetailsPane />
    </desk.Around>,
  )
  const links = () => within(screen.getByRole('region', { name: 'Other tickets' })).getAllByRole('link')
  await waitFor(() => expect(links()).toHaveLength(8))
  fireEvent.click(screen.getByRole('button', { name: 'Show all' }))
  await waitFor(() => expect(links()).toHaveLength(11))
})
