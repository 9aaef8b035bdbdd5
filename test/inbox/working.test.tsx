import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, it } from 'vitest'
import { onKey } from '../../server/inbox/desk-keys.ts'
import { DetailsPane } from '../../server/inbox/details/details-pane.tsx'
import { ToastsView } from '../../server/inbox/parts/toasts.tsx'
import type { ThreadEvent } from '../../server/protocol/thread.ts'
import { open } from './open-ticket.tsx'
import { noon } from './page.tsx'
import { id, jonas, priya } from './rows.ts'

afterEach(cleanup)

const step = { was: { unread: true }, is: { unread: false } }
const acts = ['close', 'reopen', 'snooze', 'wake', 'assign', 'tag', 'priority', 'spam', 'undo']
const team = { id: id(700), name: 'Returns desk', members: [jonas.id] }
const tag = { id: id(800), name: 'damaged' }

async function openTicket(parts: Parameters<typeof open>[0] = {}, events?: ThreadEvent[]) {
  const made = await open(parts, events)
  made.answer('ticket.details', () => ({ ok: true, names: [], consents: [], linked: [] }))
  for (const act of acts) made.answer(`ticket.${act}`, () => ({ ok: true, step }))
  made.speak('tags.changed', { tags: [tag, { id: id(801), name: 'returns' }] })
  made.speak('teams.changed', { teams: [team] })
  made.speak('agents.changed', {
    agents: [
      { ...jonas, presence: 'online' },
      { ...priya, presence: 'offline' },
    ],
    gone: [],
  })
  render(
    <made.Around>
      <DetailsPane />
      <ToastsView />
    </made.Around>,
  )
  return made
}

const pick = (button: RegExp | string, option: RegExp | string) => {
  fireEvent.click(screen.getAllByRole('button', { name: button })[0] ?? document.body)
  fireEvent.click(screen.getByRole('option', { name: option }))
}
const undo = async () => fireEvent.click(await screen.findByRole('button', { name: 'Undo' }))

describe('working a ticket', () => {
  it('D-4a gives it to a colleague, a team or nobody, and takes it back', async () => {
    const { told } = await openTicket()
    pick(/Assigned to Jonas/, /Priya Raman/)
    expect(told('ticket.assign')).toEqual([{ ticket: id(1), agent: priya.id }])
    await undo()
    expect(told('ticket.undo')).toEqual([{ ticket: id(1), step }])
    pick(/Assigned to Jonas/, /Returns desk/)
    pick(/Assigned to Jonas/, /Nobody/)
    expect(told('ticket.assign').slice(1)).toEqual([
      { ticket: id(1), agent: null, team: team.id },
      { ticket: id(1), agent: null, team: null },
    ])
  })

  it('D-5a puts tags on and takes them off where they stand, and makes new ones', async () => {
    const { told } = await openTicket({ tags: [tag] })
    fireEvent.click(screen.getByRole('button', { name: 'Take off damaged' }))
    pick('Change tags', 'returns')
    fireEvent.input(screen.getByRole('combobox'), { target: { value: 'brand new' } })
    fireEvent.keyDown(screen.getByRole('combobox'), { key: 'Enter' })
    expect(told('ticket.tag')).toEqual([
      { ticket: id(1), add: [], remove: [tag.id] },
      { ticket: id(1), add: [{ id: id(801) }], remove: [] },
      { ticket: id(1), add: [{ name: 'brand new' }], remove: [] },
    ])
  })

  it('D-5a S-2b leaves the focus beside what was taken away, once the desk has done it', async () => {
    const { desk, shown } = await openTicket({ tags: [tag], channel: 'sms' })
    const press = async (name: string) => {
      const button = screen.getByRole('button', { name })
      button.focus()
      fireEvent.click(button)
      await new Promise((drawn) => requestAnimationFrame(drawn))
      return button
    }
    await press('Take off damaged')
    desk.conversation.value?.change({ ...shown, tags: [] })
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Change tags'))

    desk.conversation.value?.change({ ...shown, status: 'closed', mayReopen: true })
    await screen.findByRole('button', { name: 'Reopen' })
    await press('Reopen')
    desk.conversation.value?.change(shown)
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Close'))
  })

  it('S-10 takes back by z what was done last, and nothing older where that has no way back', async () => {
    const { told, page, screen: desk, shown } = await openTicket()
    const press = () => onKey(new KeyboardEvent('keydown', { key: 'z' }), page, desk)
    pick(/Assigned to Jonas/, /Priya Raman/)
    await screen.findByRole('button', { name: 'Undo' })
    page.toasts.say('Back from snooze: Ada', { label: 'Show', run: () => {} })
    press()
    press()
    expect(told('ticket.undo')).toEqual([{ ticket: id(1), step }])
    pick(/Assigned to Jonas/, /Returns desk/)
    await screen.findByRole('button', { name: 'Undo' })
    await desk.close(shown)
    press()
    expect(told('ticket.undo')).toHaveLength(1)
  })

  it('T-1a says of a closed web chat that there is no way back, and offers none', async () => {
    const { screen: desk, shown } = await openTicket()
    await desk.close(shown)
    expect(await screen.findByText(/It cannot be opened again/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
  })

  it('S-10 gives a closed mail its way back, and says when somebody has changed it since', async () => {
    const { screen: desk, shown, answer } = await openTicket({ channel: 'email' })
    await desk.close(shown)
    answer('ticket.undo', () => ({ ok: false, code: 'conflict', retry: false }))
    await undo()
    expect(await screen.findByText(/changed it since/)).toBeTruthy()
  })

  it('S-8b says that a ticket is in Spam, with the way out', async () => {
    const { told } = await openTicket({ spam: true })
    fireEvent.click(screen.getByRole('button', { name: 'Not spam' }))
    await waitFor(() => expect(told('ticket.spam')).toEqual([{ ticket: id(1), on: false }]))
  })

  it('S-11 sets the priority beside the thread', async () => {
    const { told } = await openTicket()
    fireEvent.click(screen.getByRole('button', { name: 'Priority: Normal' }))
    fireEvent.click(screen.getByRole('menuitemradio', { name: 'High' }))
    expect(told('ticket.priority')).toEqual([{ ticket: id(1), priority: 'high' }])
  })

  it('D-4 tells in the thread why a ticket was given to somebody by itself', async () => {
    const by = { at: noon - 60_000, name: null }
    await openTicket({}, [
      { type: 'assigned', n: 1, to: null, team: 'Returns', why: { by: 'rule', rule: 'Sends it back' }, ...by },
      { type: 'assigned', n: 2, to: 'Priya', why: { by: 'round_robin' }, ...by },
      { type: 'assigned', n: 3, to: 'Jonas', why: { by: 'rule', rule: 'VIP', away: 'Priya' }, ...by },
      { type: 'priority', n: 4, priority: 'high', rule: 'VIP', ...by },
    ])
    const lines = [...document.querySelectorAll('.status-line')].map((line) => line.textContent)
    expect(lines).toEqual([
      expect.stringContaining('Given to team Returns by the rule “Sends it back”'),
      expect.stringContaining('Given to Priya by round robin'),
      expect.stringContaining('Given to Jonas by the rule “VIP”, because Priya is away'),
      expect.stringContaining('Priority set to high by the rule “VIP”'),
    ])
  })

  it('D-5a tells in the thread what happened, by whom', async () => {
    const at = noon - 60_000
    const by = { at, name: 'Priya' }
    await openTicket({}, [
      { type: 'tags', n: 1, added: ['damaged', 'returns'], removed: ['old'], ...by },
      { type: 'priority', n: 2, priority: 'high', ...by },
      { type: 'spam', n: 3, on: true, ...by },
      { type: 'assigned', n: 4, to: null, team: 'Returns desk', ...by },
      { type: 'assigned', n: 5, to: null, left: 'Greta', ...by },
    ])
    const lines = [...document.querySelectorAll('.status-line')].map((line) => line.textContent)
    expect(lines).toEqual([
      expect.stringContaining('Priya added the tags “damaged”, “returns” and removed the tag “old”'),
      expect.stringContaining('Priya set the priority to high'),
      expect.stringContaining('Priya marked it as spam'),
      expect.stringContaining('Priya gave it to Returns desk'),
      expect.stringContaining('Back to Unassigned: Greta is no longer in the team'),
    ])
  })
})

describe('a customer', () => {
  it('D-1 is described and called by the team where they stand', async () => {
    const { told, answer } = await openTicket()
    answer('customer.edit', () => ({ ok: true }))
    const about = screen.getByLabelText('About')
    fireEvent.input(about, { target: { value: 'Has small hands.' } })
    fireEvent.blur(about)
    fireEvent.click(screen.getByRole('button', { name: 'Change the name' }))
    const name = screen.getByLabelText('Name')
    fireEvent.input(name, { target: { value: ' Mireille  A. ' } })
    fireEvent.keyDown(name, { key: 'Enter' })
    await waitFor(() => expect(told('customer.edit')).toHaveLength(2))
    expect(told('customer.edit')).toEqual([
      { customer: id(501), about: 'Has small hands.', knew: '' },
      { customer: id(501), name: 'Mireille A.' },
    ])
  })
})
