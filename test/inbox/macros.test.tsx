import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, describe, expect, it } from 'vitest'
import { actionsNow, joined } from '../../server/inbox/macros/actions.ts'
import { findMacros } from '../../server/inbox/macros/macro-list.ts'
import { MacrosPage } from '../../server/inbox/macros/macros-page.tsx'
import { valuesOf } from '../../server/inbox/macros/values.ts'
import type { Macro } from '../../server/protocol/macro.ts'
import { open } from './open-ticket.tsx'
import { fakePage, noon } from './page.tsx'
import { id } from './rows.ts'

afterEach(cleanup)

const macro = (n: number, given: Partial<Macro> = {}): Macro => ({
  id: id(n),
  shared: true,
  category: 'Damaged goods',
  name: `Macro ${n}`,
  text: '',
  actions: [],
  version: 1,
  ...given,
})
const replacement = macro(1, {
  name: 'Replacement on its way',
  text: 'Hi {{customer.first_name}}, order {{order.number}} leaves tomorrow. {{agent.first_name}}',
  actions: [{ do: 'tag', tag: 'Replacement' }, { do: 'close' }],
})
const picture = macro(2, { name: 'Ask for a picture', text: 'Could you send a picture?' })
const returns = macro(3, { category: 'Returns', name: 'Return or replacement?', text: 'Which one?' })

const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Reply' })
const type = (value: string) => fireEvent.input(field(), { target: { value } })
const press = (key: string) => fireEvent.keyDown(field(), { key })
const begin = async () => {
  const desk = await open()
  desk.answer('macro.list', () => ({ ok: true, macros: [replacement, picture, returns] }))
  desk.desk.macros.need()
  desk.desk.macros.again()
  await waitFor(() => expect(desk.desk.macros.list.value).toHaveLength(3))
  return desk
}

describe('a macro in a reply', () => {
  it('R-9a is found by /, shown with what it says and does here, and put in', async () => {
    const desk = await begin()
    type('/repl')
    const list = await screen.findByRole('listbox', { name: 'Macros' })
    expect(
      within(list)
        .getAllByRole('option')
        .map((option) => option.textContent),
    ).toEqual(['Replacement on its way', 'Return or replacement?'])
    expect(within(list).getByRole('group', { name: 'Damaged goods' })).toBeTruthy()
    expect(screen.getByText('order number', { selector: '.lacking' })).toBeTruthy()
    expect(screen.getByText('Mireille', { selector: '.variable' })).toBeTruthy()
    expect(screen.getByText('closes the ticket')).toBeTruthy()
    press('Enter')
    await waitFor(() => expect(field().value).toBe('Hi Mireille, order {{order.number}} leaves tomorrow. Jonas'))
    expect(desk.told('reply.send')).toEqual([])
  })

  it('R-9b is not sent before what has no value is filled in, and then does what is left of its actions', async () => {
    const desk = await begin()
    desk.answer('reply.send', () => ({ ok: true, n: 2, at: noon }))
    type('/repl')
    await screen.findByRole('listbox')
    press('Tab')
    const value = await screen.findByRole('textbox', { name: 'Value for the order number' })
    press('Enter')
    await screen.findByText('Not sent yet. Fill in or leave out what is missing.')
    expect(desk.told('reply.send')).toEqual([])
    expect(document.activeElement).toBe(value)
    fireEvent.input(value, { target: { value: '20871' } })
    fireEvent.keyDown(value, { key: 'Enter' })
    await waitFor(() => expect(field().value).toBe('Hi Mireille, order 20871 leaves tomorrow. Jonas'))
    fireEvent.click(screen.getByRole('button', { name: 'Without: closes the ticket' }))
    await waitFor(() => expect(screen.queryByText('closes the ticket')).toBeNull())
    press('Enter')
    await waitFor(() =>
      expect(desk.told('reply.send')).toMatchObject([
        {
          text: 'Hi Mireille, order 20871 leaves tomorrow. Jonas',
          actions: [{ do: 'tag', add: [{ name: 'Replacement' }], remove: [] }],
        },
      ]),
    )
    await waitFor(() => expect(screen.queryByText('On sending:')).toBeNull())
  })

  it('R-9b leaves out what nobody knows', async () => {
    await begin()
    type('/repl')
    await screen.findByRole('listbox')
    press('Enter')
    fireEvent.click(await screen.findByRole('button', { name: 'Leave it out' }))
    await waitFor(() => expect(field().value).toBe('Hi Mireille, order leaves tomorrow. Jonas'))
    expect(screen.queryByText(/No value is known/)).toBeNull()
  })

  it('R-9a opens by a button too, and by the mouse', async () => {
    await begin()
    type('Hello')
    fireEvent.click(screen.getByRole('button', { name: 'Macros (/)' }))
    fireEvent.click(await screen.findByRole('option', { name: 'Ask for a picture' }))
    await waitFor(() => expect(field().value).toBe('Hello Could you send a picture?'))
  })
})

describe('what stands behind it', () => {
  it('R-9a the words of a search may stand in name and category; names that begin so come first', () => {
    const names = (query: string) => findMacros([returns, picture, replacement], query).map(({ name }) => name)
    expect(names('')).toEqual(['Ask for a picture', 'Replacement on its way', 'Return or replacement?'])
    expect(names('return')).toEqual(['Return or replacement?'])
    expect(names('damaged pic')).toEqual(['Ask for a picture'])
    expect(names('ret repl')).toEqual(['Return or replacement?'])
    expect(names('nothing')).toEqual([])
  })

  it('R-9b who is known by a number or an address only has no name', () => {
    const known = { agent: 'Jonas Ekwall', ticket: 7, order: null, shop: 'Tidewick' }
    expect(valuesOf({ ...known, customer: 'Mireille Achterberg' })).toMatchObject({
      'customer.first_name': 'Mireille',
      'customer.name': 'Mireille Achterberg',
      'ticket.number': '7',
    })
    for (const customer of ['+4915112345678', 'mireille@brief.example', '123']) {
      expect(Object.keys(valuesOf({ ...known, customer }))).not.toContain('customer.name')
    }
  })

  it('R-9b an order’s number is there as soon as there is an order', () => {
    const known = { agent: 'Jonas Ekwall', ticket: 7, shop: 'Tidewick', customer: 'Mireille' }
    expect(valuesOf({ ...known, order: 'TW-10427' })).toMatchObject({ 'order.number': 'TW-10427' })
    expect(Object.keys(valuesOf({ ...known, order: null }))).not.toContain('order.number')
  })

  it('R-9c actions are those of the moment and of the hand that sends', () => {
    const actions = actionsNow(
      [
        { do: 'assign', to: 'me' },
        { do: 'assign', to: 'nobody' },
        { do: 'snooze', until: 'tomorrow' },
      ],
      'ada',
      noon,
      'Europe/Berlin',
    )
    expect(actions).toEqual([
      { do: 'assign', agent: 'ada' },
      { do: 'assign', agent: null },
      { do: 'snooze', until: Date.UTC(2026, 10, 22, 8) },
    ])
  })

  it('R-9c of two macros the later holds, tags add up, and closing comes last', () => {
    const both = joined(
      [{ do: 'close' }, { do: 'tag', tag: 'Shipping' }, { do: 'priority', priority: 'high' }],
      [
        { do: 'tag', tag: 'shipping' },
        { do: 'tag', tag: 'Lost' },
        { do: 'priority', priority: 'normal' },
      ],
    )
    expect(both).toEqual([
      { do: 'tag', tag: 'shipping' },
      { do: 'tag', tag: 'Lost' },
      { do: 'priority', priority: 'normal' },
      { do: 'close' },
    ])
  })
})

describe('the page of macros', () => {
  const begun = (macros: Macro[]) => {
    const made = fakePage('/inbox/settings/macros', { 'macro.list': () => ({ ok: true, macros }) })
    render(
      <made.Around>
        <MacrosPage />
      </made.Around>,
    )
    return made
  }

  it('D-7d offers support to change own macros, and shared ones only as copies', async () => {
    const desk = begun([replacement, macro(9, { shared: false, name: 'My own' })])
    await screen.findByText('My own')
    expect(screen.queryByRole('button', { name: 'Edit Replacement on its way' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Delete: Replacement on its way' })).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: 'Duplicate: Replacement on its way' }))
    const dialog = await screen.findByRole('dialog')
    expect(within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Shared' }).disabled).toBe(true)
    desk.answer('macro.save', () => ({ ok: true, version: 1 }))
    fireEvent.click(within(dialog).getByRole('button', { name: 'Save' }))
    await waitFor(() =>
      expect(desk.told('macro.save')).toMatchObject([
        { shared: false, version: 0, name: 'Copy of Replacement on its way', actions: replacement.actions },
      ]),
    )
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  it('R-9 previews what is written with sample values, and keeps it where somebody was quicker', async () => {
    const desk = begun([macro(9, { shared: false, name: 'My own', text: 'Hi {{customer.first_name}}' })])
    fireEvent.click(await screen.findByRole('button', { name: 'Edit My own' }))
    const dialog = await screen.findByRole('dialog', { name: 'Edit My own' })
    expect(within(dialog).getByText('Mireille', { selector: '.variable' })).toBeTruthy()
    fireEvent.input(within(dialog).getByRole('textbox', { name: 'Text' }), {
      target: { value: 'Order {{order.number}}' },
    })
    expect(await within(dialog).findByText('20871', { selector: '.variable' })).toBeTruthy()
    desk.answer('macro.save', () => ({ ok: false, code: 'conflict', retry: false }))
    fireEvent.click(within(dialog).getByRole('button', { name: 'Save' }))
    await within(dialog).findByText(/Somebody else has changed this macro/)
    expect(within(dialog).getByRole<HTMLTextAreaElement>('textbox', { name: 'Text' }).value).toBe(
      'Order {{order.number}}',
    )
  })
})
