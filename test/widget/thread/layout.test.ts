import { describe, expect, it } from 'vitest'
import type { ThreadEvent, ThreadMessage } from '../../../server/protocol/thread.ts'
import { layOut, type Entry } from '../../../widget/thread/layout.ts'
import type { Outgoing } from '../../../widget/thread/outbox.ts'

const minute = 60_000
const noon = new Date(2026, 10, 20, 12).getTime()
const message = (n: number, from: ThreadMessage['from'], at = noon + n * minute): ThreadMessage => ({
  type: 'message',
  n,
  at,
  id: `m${n}`,
  from,
  name: from === 'agent' ? 'Jonas' : null,
  channel: 'web_chat',
  text: `${n}`,
})
const unseen = { upTo: 0, at: 0 }
const waiting = (id: string, state: 'pending' | 'sent'): Outgoing =>
  state === 'sent' ? { id, text: id, at: noon, state, n: 9 } : { id, text: id, at: noon, state }

/** One word an entry: "mine 1 2 sent", "theirs 3 none", "day", "automatic". */
const lines = (entries: Entry[]) =>
  entries.map((entry) =>
    entry.kind === 'group'
      ? [entry.mine ? 'mine' : 'theirs', ...entry.bubbles.map((bubble) => bubble.text), entry.delivery.state].join(' ')
      : entry.kind,
  )
const draw = (events: ThreadEvent[], outgoing: Outgoing[] = [], seen = unseen, newAfter: number | null = null) =>
  lines(layOut(events, outgoing, 'customer', seen, newAfter))

describe('how a thread is drawn', () => {
  it('puts bubbles of one writer together, for five minutes and one day', () => {
    const tomorrow = new Date(2026, 10, 21, 9).getTime()
    expect(
      draw([
        message(1, 'customer'),
        message(2, 'customer'),
        message(3, 'agent'),
        message(4, 'agent', noon + 30 * minute),
        message(5, 'agent', tomorrow),
      ]),
    ).toEqual(['day', 'mine 1 2 sent', 'theirs 3 none', 'theirs 4 none', 'day', 'theirs 5 none'])
  })

  it('keeps automatic replies and status changes out of the groups', () => {
    const closed: ThreadEvent = {
      type: 'status',
      n: 4,
      at: noon,
      status: 'closed',
      by: 'agent',
      name: null,
      until: null,
    }
    const seen: ThreadEvent = { type: 'seen', n: 3, at: noon, by: 'agent', upTo: 1 }
    expect(draw([message(1, 'customer'), message(2, 'automatic'), seen, closed])).toEqual([
      'day',
      'mine 1 sent',
      'automatic',
      'status',
    ])
  })

  it('R-13 marks the last group that was seen and the last that was sent; half seen is not seen', () => {
    const events = [message(1, 'customer'), message(2, 'agent'), message(3, 'customer'), message(4, 'customer')]
    expect(draw(events, [], { upTo: 1, at: 1 })).toEqual(['day', 'mine 1 seen', 'theirs 2 none', 'mine 3 4 sent'])
    expect(draw(events, [], { upTo: 3, at: 1 })).toEqual(['day', 'mine 1 none', 'theirs 2 none', 'mine 3 4 sent'])
    const answered = [message(1, 'customer'), message(2, 'customer'), message(3, 'agent'), message(4, 'customer')]
    expect(draw(answered, [], { upTo: 1, at: 1 })).toEqual(['day', 'mine 1 2 none', 'theirs 3 none', 'mine 4 sent'])
    expect(draw(events, [], { upTo: 4, at: 1 })).toEqual(['day', 'mine 1 none', 'theirs 2 none', 'mine 3 4 seen'])
  })

  it('puts what is on its way at the end, each failed one alone, and an echo in its place once', () => {
    const failed: Outgoing[] = ['x', 'y'].map((id) => ({ id, text: id, at: noon, state: 'failed', code: 'chat_off' }))
    expect(draw([message(1, 'agent')], [...failed, waiting('a', 'pending'), waiting('b', 'pending')])).toEqual([
      'day',
      'theirs 1 none',
      'mine x failed',
      'mine y failed',
      'mine a b pending',
    ])
    expect(draw([message(1, 'customer')], [waiting('m1', 'sent')])).toEqual(['day', 'mine 1 sent'])
  })

  it('draws the line "new" once, before the first of the other side’s', () => {
    const events = [message(1, 'agent'), message(2, 'customer'), message(3, 'agent'), message(4, 'agent')]
    expect(draw(events, [], unseen, 1)).toEqual(['day', 'theirs 1 none', 'mine 2 sent', 'new', 'theirs 3 4 none'])
  })
})
