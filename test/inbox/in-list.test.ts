import { expect, it } from 'vitest'
import { usualChoice } from '../../server/inbox/list/list-choice.ts'
import { inList } from '../../server/protocol/in-list.ts'
import type { TicketRow } from '../../server/protocol/ticket.ts'
import { views } from '../../server/protocol/views.ts'
import { jonas, priya, row } from './rows.ts'

/** The views of Jonas in which a ticket stands, as each is opened. */
const viewsOf = (parts: Partial<TicketRow>) =>
  views.filter((view) => inList(row(1, parts), { view, ...usualChoice(view) }, jonas.id))

it.each([
  ['open', jonas, ['mine', 'all']],
  ['open', priya, ['all']],
  ['open', null, ['unassigned', 'all']],
  ['snoozed', jonas, ['all']],
  ['snoozed', null, ['all']],
  ['closed', jonas, ['all']],
  ['closed', null, ['all']],
] as const)('S-5a S-2a what is %s and has the assignee %o stands in %o', (status, assignee, expected) => {
  expect(viewsOf({ status, assignee }).toSorted()).toEqual([...expected].toSorted())
})

it('S-5a R-10b Mentions holds what a note mentions this member in, whatever its status and whoever has it', () => {
  expect(viewsOf({ status: 'closed', assignee: priya, mentioned: [jonas.id] })).toContain('mentions')
  expect(viewsOf({ status: 'closed', assignee: priya, mentioned: [priya.id] })).not.toContain('mentions')
})

it('S-8b what is marked as spam stands in Spam only', () => {
  expect(viewsOf({ spam: true, unread: true, mentioned: [jonas.id] })).toEqual(['spam'])
})
