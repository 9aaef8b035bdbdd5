import fc from 'fast-check'
import { expect, it } from 'vitest'
import { channelNames } from '../../../server/protocol/channel.ts'
import { acts, Desk, type Kept, type Step } from './a-desk.ts'

const histories = fc.array(
  fc.record({
    act: fc.constantFrom(...acts),
    person: fc.nat({ max: 2 }),
    channel: fc.constantFrom(...channelNames),
    pick: fc.nat({ max: 3 }),
    watched: fc.boolean(),
  }),
  { minLength: 1, maxLength: 80, size: 'max' },
)

/** What breaks the rule after a step: the tickets before it, the desk after it. */
type Offenders = (before: ReadonlyMap<string, Kept>, desk: Desk, step: Step) => unknown[]

/** Runs random histories; true, unless a step has offenders: then it throws the shortest history that leads there. */
function holds(seed: number, offenders: Offenders): boolean {
  const run = (history: Step[]) => {
    const desk = new Desk()
    for (const step of history) {
      const before = new Map(desk.tickets.map((ticket) => [ticket.id, { ...ticket }]))
      desk.step(step)
      const found = offenders(before, desk, step)
      if (found.length > 0) throw new Error(`${step.act}: ${JSON.stringify(found)}`)
    }
  }
  fc.assert(fc.property(histories, run), { seed, numRuns: 600 })
  return true
}

const live = (ticket: Kept) => ticket.status !== 'closed'
const doubles = (keys: string[]) => keys.filter((key, index) => keys.indexOf(key) !== index)

it('T-1b no closed web chat is ever live again, by whatever message, agent, mail or merge', () => {
  const offenders: Offenders = (before, { tickets }) =>
    tickets.filter((one) => one.channel === 'web_chat' && live(one) && before.get(one.id)?.status === 'closed')
  expect(holds(1, offenders)).toBe(true)
})

it('T-3, T-4 there is at most one SMS and one WhatsApp ticket a person, over all statuses', () => {
  const offenders: Offenders = (_before, { tickets }) =>
    doubles(
      tickets
        .filter((one) => ['sms', 'whatsapp'].includes(one.channel) && !one.merged)
        .map(({ person, channel }) => `${person} ${channel}`),
    )
  expect(holds(2, offenders)).toBe(true)
})

it('T-1a, T-5 and T-6 there is at most one live web chat a person and one live ticket an account', () => {
  const offenders: Offenders = (_before, { tickets }) =>
    doubles(
      tickets
        .filter((one) => ['web_chat', 'instagram', 'messenger'].includes(one.channel) && live(one))
        .map(({ key, channel }) => `${key} ${channel}`),
    )
  expect(holds(3, offenders)).toBe(true)
})

it('T-2, R-7c a mail thread’s ticket is always the same, but for one step from a closed web chat to a mail', () => {
  let handedOn = 0
  const offenders: Offenders = (_before, desk) =>
    [...desk.wentTo.values()].filter((ids) => {
      const owners = ids.filter((id, index) => id !== ids[index - 1]).map((id) => desk.ticket(id)?.channel)
      if (owners.length === 2) handedOn += 1
      return !['email', 'web_chat', 'web_chat,email'].includes(owners.join())
    })
  expect(holds(4, offenders)).toBe(true)
  expect(handedOn).toBeGreaterThan(0)
})

it('T-8a a message touches only tickets of its own channel; a mail may touch, not open, a web chat', () => {
  const offenders: Offenders = (before, { tickets }, { act, channel }) => {
    if (!['message', 'spam', 'mail', 'stranger'].includes(act)) return []
    const by = act === 'message' || act === 'spam' ? channel : 'email'
    const touched = tickets.filter((one) => JSON.stringify(one) !== JSON.stringify(before.get(one.id)))
    return touched.filter(
      (one) => one.channel !== by && !(by === 'email' && one.channel === 'web_chat' && before.has(one.id)),
    )
  }
  expect(holds(6, offenders)).toBe(true)
})

it('M-1a, T-7b a keyword changes no ticket', () => {
  const offenders: Offenders = (before, { tickets }, { act }) =>
    act === 'keyword' ? tickets.filter((one) => JSON.stringify(one) !== JSON.stringify(before.get(one.id))) : []
  expect(holds(7, offenders)).toBe(true)
})

it('T-7b spam and blocked senders make no ticket live, awake or unread, and open only what stands in Spam', () => {
  const offenders: Offenders = (before, { tickets, people }, { act, person }) => {
    const blocked = people[person % people.length]?.blocked === true
    const sends = ['message', 'mail', 'stranger'].includes(act)
    if (act !== 'spam' && !(sends && blocked)) return []
    return tickets.filter((one) => {
      const was = before.get(one.id)
      if (was) return one.unread !== was.unread || one.status !== was.status
      return one.unread || (blocked ? live(one) : one.spam !== true)
    })
  }
  expect(holds(8, offenders)).toBe(true)
})

it('S-8c a clean message of somebody who is not blocked leaves its ticket open and unmarked', () => {
  const offenders: Offenders = (before, { tickets, people }, { act, person, channel }) => {
    if (act !== 'message' || channel === 'email' || people[person % people.length]?.blocked) return []
    const touched = tickets.filter((one) => JSON.stringify(one) !== JSON.stringify(before.get(one.id)))
    return touched.filter((one) => one.status !== 'open' || one.spam)
  }
  expect(holds(9, offenders)).toBe(true)
})

it('S-1a a ticket has a moment to wake at exactly while it is snoozed', () => {
  const offenders: Offenders = (_before, { tickets }) =>
    tickets.filter((one) => (one.snoozedUntil !== null) !== (one.status === 'snoozed'))
  expect(holds(10, offenders)).toBe(true)
})
