import { cleanup, render, screen } from '@testing-library/preact'
import { afterEach, describe, expect, it } from 'vitest'
import { AssignMenu } from '../../server/inbox/conversation/assign-menu.tsx'
import { TicketRowView } from '../../server/inbox/list/ticket-row.tsx'
import { AccountMenu } from '../../server/inbox/shell/account-menu.tsx'
import { AtHead } from '../../server/inbox/together/at-ticket.tsx'
import type { Colleague } from '../../server/protocol/colleague.ts'
import { fakePage } from './page.tsx'
import { id, jonas, priya, row } from './rows.ts'
import { eventually } from '../eventually.ts'

afterEach(cleanup)

const team: Colleague[] = [
  { ...jonas, presence: 'online' },
  { ...priya, presence: 'away' },
  { id: id(71), name: 'Zoe Lindqvist', presence: 'offline' },
]

/** The page of Jonas, with his colleagues told of. */
async function page() {
  const made = fakePage()
  await eventually(() => expect(made.desk.team.value).toHaveLength(1))
  made.speak('agents.changed', { agents: team, gone: [] })
  return made
}

/** A row and the head of the same ticket. */
async function shown() {
  const made = await page()
  const view = render(
    <made.Around>
      <TicketRowView row={row(1)} href="#" current={false} tabbable onFocus={() => {}} />
      <AtHead ticket={id(1)} />
    </made.Around>,
  )
  const attend = (...agents: [string, 'viewing' | 'reply' | 'note'][]) => {
    made.speak('ticket.attended', { ticket: id(1), agents: agents.map(([who, doing]) => ({ id: who, doing })) })
  }
  const faces = (where: string) =>
    [...view.container.querySelectorAll(`${where} .avatar.s`)].map((one) => one.textContent)
  return { ...made, ...view, attend, faces, head: () => screen.queryByRole('list') }
}

describe('colleagues at a ticket', () => {
  it('R-14a stand on its row and in its head, with names, and never oneself', async () => {
    const { attend, faces, head } = await shown()
    expect([faces('.at-row'), head()]).toEqual([[], null])
    attend([jonas.id, 'viewing'], [priya.id, 'viewing'])
    await eventually(() => expect(faces('.at-row')).toEqual(['PR']))
    expect(head()?.textContent).toContain('Priya')
    expect(screen.getAllByText(/Priya Raman is looking at this/)).toHaveLength(2)
    attend([jonas.id, 'reply'])
    await eventually(() => expect([faces('.at-row'), head()]).toEqual([[], null]))
  })

  it('R-14a are said to write, also on tickets that nobody else has open, until they have stopped', async () => {
    const { attend, world } = await shown()
    attend([priya.id, 'note'])
    await screen.findAllByText(/Priya Raman is writing a note/)
    attend([priya.id, 'reply'])
    expect(await screen.findAllByText(/Priya Raman is writing a reply/)).toHaveLength(2)
    // Nothing more is heard of it.
    expect(world.timers.map(({ ms }) => ms)).toContain(8_000)
    for (const { what } of world.timers.splice(0)) what()
    expect(await screen.findAllByText(/Priya Raman is looking at this/)).toHaveLength(2)
  })

  it('R-14a are counted where there is no room, and those nobody knows are left out', async () => {
    const { attend, faces, speak } = await shown()
    const more = [81, 82, 83].map((n) => ({ id: id(n), name: `Agent ${n}`, presence: 'online' as const }))
    speak('agents.changed', { agents: more, gone: [] })
    attend([priya.id, 'viewing'], ...more.map((one) => [one.id, 'viewing'] as [string, 'viewing']), [id(99), 'viewing'])
    await eventually(() => expect(faces('.at-row')).toEqual(['PR', 'A8', '+2']))
    expect(faces('.at-head')).toEqual(['PR', 'A8'])
  })

  it('R-14a are above the composer while they answer, and gone with the connection’s next word', async () => {
    const made = fakePage(`/inbox/mine/${id(1)}`)
    await eventually(() => expect(made.desk.team.value).toHaveLength(1))
    made.speak('agents.changed', { agents: team, gone: [] })
    const writing = () => [...(made.desk.conversation.value?.colleagues.value.values() ?? [])]
    made.speak('ticket.attended', { ticket: id(1), agents: [{ id: priya.id, doing: 'note' }] })
    expect(writing()).toEqual([])
    made.speak('ticket.attended', { ticket: id(1), agents: [{ id: priya.id, doing: 'reply' }] })
    expect(writing()).toEqual(['Priya Raman'])
    made.reconnect()
    await eventually(() => expect(writing()).toEqual([]))
  })
})

describe('who is there', () => {
  it('is said in the assign menu, of every colleague (D-4)', async () => {
    const made = await page()
    made.screen.assignOpen.value = true
    render(
      <made.Around>
        <AssignMenu row={row(1, { assignee: null })} />
      </made.Around>,
    )
    const items = () => screen.getAllByRole('option').map((item) => item.textContent)
    expect(items()).toEqual(
      ['JOJonas EkwallYou', 'PRPriya Ramanaway', 'ZLZoe Lindqvistoffline', 'Nobody'].map((text) =>
        text.replace('JO', 'JE'),
      ),
    )
    made.speak('agents.changed', { agents: [{ ...priya, presence: 'online' }], gone: [id(71)] })
    await eventually(() => expect(items().slice(1, 3)).toEqual(['PRPriya Ramanonline', 'Nobody']))
  })

  it('is the own switch in the account’s menu; it follows the desk, not the click (D-4)', async () => {
    const made = await page()
    render(
      <made.Around>
        <AccountMenu />
      </made.Around>,
    )
    const button = screen.getByRole('button', { name: /Jonas Ekwall\. Your account/ })
    button.click()
    const away = await screen.findByRole('menuitemradio', { name: /^Away/ })
    away.click()
    expect(made.told('away.set')).toEqual([{ away: true }])
    expect(away.getAttribute('aria-checked')).toBe('false')
    made.speak('agents.changed', { agents: [{ ...jonas, presence: 'away' }], gone: [] })
    await screen.findByRole('button', { name: /Jonas Ekwall, away/ })
    expect(away.getAttribute('aria-checked')).toBe('true')
    away.click()
    expect(made.told('away.set')).toHaveLength(1)
  })

  it('calls everybody by the name that the team knows, on the rows too', async () => {
    const made = await page()
    const read = () => made.told('list.read').length
    const before = read()
    made.speak('agents.changed', { agents: [{ ...priya, presence: 'online' }], gone: [] })
    expect(read()).toBe(before)
    made.speak('agents.changed', { agents: [{ id: jonas.id, name: 'Jonas E.', presence: 'online' }], gone: [] })
    expect(made.desk.me.value.name).toBe('Jonas E.')
    expect(read()).toBe(before + 1)
  })
})
