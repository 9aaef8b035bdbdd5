import { describe, expect, it } from 'vitest'
import type { ChannelName } from '../../../server/protocol/channel.ts'
import type { Worked } from '../../../server/protocol/working.ts'
import { act, differs, type HandAction, undo, type WorkedOn } from '../../../server/tickets/worked.ts'

const noon = Date.UTC(2026, 10, 21, 12)
const hour = 3_600_000

const plain: Worked = {
  status: 'open',
  snoozedUntil: null,
  unread: true,
  spam: false,
  assignee: 'ulla',
  team: null,
  priority: 'normal',
  tags: ['a'],
}

const on = (now: Partial<Worked> = {}, channel: ChannelName = 'email', anotherLive = false): WorkedOn => ({
  id: 'ticket',
  channel,
  now: { ...plain, ...now },
  anotherLive,
})

/** What is done to it, and what it is afterwards; the action has to change something. */
function done(ticket: WorkedOn, action: HandAction): Worked {
  const then = act(ticket, action, noon)
  if (then === null || 'refused' in then) throw new Error(`Nothing was done: ${then?.refused ?? 'already so'}`)
  return then
}

const actions: HandAction[] = [
  { do: 'close' },
  { do: 'snooze', until: noon + hour },
  { do: 'assign', agent: 'vera' },
  { do: 'assign', agent: null, team: 'returns' },
  { do: 'tag', add: ['b', 'c'], remove: ['a'] },
  { do: 'priority', priority: 'high' },
  { do: 'spam', on: true },
  { do: 'read' },
]

describe('what agents do by hand', () => {
  it('S-11 sets the priority, and nothing where it is so already', () => {
    expect(done(on(), { do: 'priority', priority: 'high' })).toEqual({ ...plain, priority: 'high' })
    expect(act(on(), { do: 'priority', priority: 'normal' }, noon)).toBeNull()
  })

  it('D-5 puts tags on and takes them off, each once, and not more than there may be', () => {
    expect(done(on(), { do: 'tag', add: ['b', 'b', 'a'], remove: ['x'] }).tags).toEqual(['a', 'b'])
    expect(done(on(), { do: 'tag', add: [], remove: ['a'] }).tags).toEqual([])
    expect(act(on(), { do: 'tag', add: ['a'], remove: [] }, noon)).toBeNull()
    const full = Array.from({ length: 20 }, (_, n) => `t${n}`)
    expect(act(on({ tags: full }), { do: 'tag', add: ['more'], remove: [] }, noon)).toEqual({ refused: 'too_many' })
    expect(done(on({ tags: full }), { do: 'tag', add: ['more'], remove: ['t0'] }).tags).toHaveLength(20)
  })

  it('D-4 gives it to a member, to a team, or to nobody; what was not said stays', () => {
    expect(done(on({ team: 'returns' }), { do: 'assign', agent: 'vera' })).toMatchObject({ team: 'returns' })
    expect(done(on(), { do: 'assign', agent: null, team: 'returns' })).toMatchObject({ assignee: null })
    expect(act(on(), { do: 'assign', agent: 'ulla' }, noon)).toBeNull()
  })

  it('S-8a marks as spam: read, its snooze dropped; and says it is none: open and unread', () => {
    const spam = done(on({ status: 'snoozed', snoozedUntil: noon + hour }), { do: 'spam', on: true })
    expect(spam).toMatchObject({ spam: true, status: 'open', snoozedUntil: null, unread: false })
    expect(done(on({ spam: true, unread: false }), { do: 'spam', on: false })).toMatchObject({
      spam: false,
      status: 'open',
      unread: true,
    })
    const closedChat = on({ spam: true, status: 'closed', unread: false }, 'web_chat')
    expect(done(closedChat, { do: 'spam', on: false })).toMatchObject({ status: 'closed', unread: false })
  })
})

describe('undo', () => {
  it.each(actions)('S-10, D-4, S-11 makes of a ticket what it was before: %o', (action) => {
    const is = done(on(), action)
    const back = undo(on(is), { was: plain, is }, noon)
    expect(back).toEqual(plain)
    // A second time there is nothing left of it.
    expect(undo(on(), { was: plain, is }, noon)).toBeNull()
  })

  it('T-1a gives no way back to a web chat that was closed', () => {
    const is = done(on({}, 'web_chat'), { do: 'close' })
    expect(undo(on(is, 'web_chat'), { was: plain, is }, noon)).toEqual({ refused: 'cannot_reopen' })
    expect(undo(on(is, 'instagram', true), { was: plain, is }, noon)).toEqual({ refused: 'cannot_reopen' })
    expect(undo(on(is, 'instagram'), { was: plain, is }, noon)).toEqual(plain)
  })

  it('S-2 leaves alone what somebody has changed since, and what else has happened', () => {
    const is = done(on(), { do: 'assign', agent: 'vera' })
    expect(undo(on({ ...is, assignee: 'wim' }), { was: plain, is }, noon)).toEqual({ refused: 'conflict' })
    const elsewhere = { ...is, priority: 'high' as const, status: 'closed' as const, unread: false, tags: ['z'] }
    expect(undo(on(elsewhere), { was: plain, is }, noon)).toEqual({ ...elsewhere, assignee: 'ulla' })
  })

  it('S-3 leaves a ticket unread that its customer has written into meanwhile', () => {
    const was = { ...plain, unread: false }
    const is = done(on({ unread: false }), { do: 'close' })
    const written: Worked = { ...is, status: 'open', unread: true }
    expect(undo(on(written), { was, is }, noon)).toBeNull()
  })

  it('S-1 wakes a ticket whose snooze is over by now, unread', () => {
    const was: Worked = { ...plain, status: 'snoozed', snoozedUntil: noon + hour, unread: false }
    const is = done(on(was), { do: 'close' })
    expect(undo(on(is), { was, is }, noon)).toEqual(was)
    expect(undo(on(is), { was, is }, noon + hour)).toEqual({ ...was, status: 'open', snoozedUntil: null, unread: true })
  })

  it('D-5 takes back each tag for itself', () => {
    const is = done(on(), { do: 'tag', add: ['b', 'c'], remove: ['a'] })
    const since = { ...is, tags: ['c', 'd'] }
    expect(undo(on(since), { was: plain, is }, noon)).toMatchObject({ tags: ['d', 'a'] })
  })
})

it('S-10 two states differ in any one thing, and not in the order of tags', () => {
  expect(differs({ ...plain, tags: ['a', 'b'] }, { ...plain, tags: ['b', 'a'] })).toBe(false)
  for (const part of [{ unread: false }, { spam: true }, { tags: [] }, { team: 'x' }, { assignee: null }]) {
    expect(differs(plain, { ...plain, ...part })).toBe(true)
  }
})
