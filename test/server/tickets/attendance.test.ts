import { describe, expect, it } from 'vitest'
import { agentPresence } from '../../../server/tickets/agent-presence.ts'
import { type AgentPage, attendance, writesUntil } from '../../../server/tickets/attendance.ts'

const now = Date.UTC(2026, 10, 18, 10)
const page = (memberId: string, ticketId: string, more: Partial<AgentPage> = {}): AgentPage => ({
  memberId,
  ticketId,
  visible: true,
  writing: null,
  ...more,
})

describe('who is at a ticket', () => {
  it('R-14a is whoever has it before their eyes, each once', () => {
    const pages = [page('jonas', 't1'), page('jonas', 't1'), page('priya', 't1'), page('priya', 't2')]
    expect(attendance(pages, now)).toEqual([
      {
        ticket: 't1',
        agents: [
          { id: 'jonas', doing: 'viewing' },
          { id: 'priya', doing: 'viewing' },
        ],
      },
      { ticket: 't2', agents: [{ id: 'priya', doing: 'viewing' }] },
    ])
  })

  it('R-14a is nobody in a hidden window, also not writing', () => {
    const writing = { what: 'reply', until: writesUntil(now) } as const
    expect(attendance([page('jonas', 't1', { visible: false, writing })], now)).toEqual([])
  })

  it('R-14a writes until they have not been said to for 8 seconds', () => {
    const writing = { what: 'note', until: writesUntil(now) } as const
    const doing = (at: number) => attendance([page('jonas', 't1', { writing })], at)[0]?.agents[0]?.doing
    expect([doing(now), doing(now + 7_999), doing(now + 8_000)]).toEqual(['note', 'note', 'viewing'])
  })

  it('R-14a says of somebody with several pages what matters most: an answer, then a note', () => {
    const until = writesUntil(now)
    const pages = [
      page('jonas', 't1'),
      page('jonas', 't1', { writing: { what: 'note', until } }),
      page('jonas', 't1', { writing: { what: 'reply', until } }),
      page('jonas', 't1'),
    ]
    expect(attendance(pages, now)[0]?.agents).toEqual([{ id: 'jonas', doing: 'reply' }])
    expect(attendance(pages.slice(0, 2), now)[0]?.agents).toEqual([{ id: 'jonas', doing: 'note' }])
  })
})

it.each([
  [true, false, 'online'],
  [true, true, 'away'],
  [false, false, 'offline'],
  [false, true, 'offline'],
] as const)('who is connected (%s) with the switch away (%s) is %s (D-4)', (connected, away, presence) => {
  expect(agentPresence({ connected, away })).toBe(presence)
})
