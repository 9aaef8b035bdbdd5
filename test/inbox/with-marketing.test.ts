import { expect, it } from 'vitest'
import { withMarketing } from '../../server/inbox/conversation/with-marketing.ts'
import type { MarketingEntry } from '../../server/protocol/marketing.ts'
import type { ThreadEvent } from '../../server/protocol/thread.ts'
import { layOut } from '../../widget/thread/layout.ts'
import { id } from './rows.ts'

const minute = 60_000
const said = (n: number, at: number): ThreadEvent => ({
  type: 'message',
  n,
  at: at * minute,
  id: id(900 + n),
  from: 'customer',
  name: 'Hannes',
  channel: 'sms',
  text: `said ${n}`,
})
const sent = (name: string, at: number): MarketingEntry => ({
  id: id(Number(name)),
  kind: 'campaign',
  name,
  text: '',
  subject: null,
  at: at * minute,
  failed: false,
  answeredBy: null,
})

/** The thread as a reader sees it, top to bottom. */
const read = (events: ThreadEvent[], marketing: MarketingEntry[]) =>
  withMarketing(layOut(events, [], 'agent', { upTo: 0, at: 0 }, null), marketing).flatMap((line) =>
    line.kind === 'group' ? line.bubbles.map(({ text }) => text) : line.kind === 'marketing' ? line.message.name : [],
  )

it('D-2 stands between the messages by time, also within what is said in one go', () => {
  const events = [said(1, 1), said(2, 3), said(3, 4), said(4, 60)]
  expect(read(events, [sent('1', 0), sent('2', 2), sent('3', 30), sent('4', 90)])).toEqual([
    '1',
    'said 1',
    '2',
    'said 2',
    'said 3',
    '3',
    'said 4',
    '4',
  ])
  expect(read(events, [])).toEqual(['said 1', 'said 2', 'said 3', 'said 4'])
  expect(read(events, [sent('5', 3.5), sent('4', 2)])).toEqual(['said 1', '4', 'said 2', '5', 'said 3', 'said 4'])
})

it('D-2 of the same moment an answer stands first, as it is credited (M-4)', () => {
  expect(read([said(1, 1)], [sent('1', 1)])).toEqual(['said 1', '1'])
})
