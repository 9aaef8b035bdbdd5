import { describe, expect, it } from 'vitest'
import { type AutoClose, autoCloseSettings } from '../../../server/protocol/auto-close.ts'
import {
  type AutoCloseStep,
  autoCloseSince,
  autoCloseStep,
  firstLook,
  type Silence,
} from '../../../server/tickets/auto-close.ts'
import { hour, minute, monday } from './an-arrival.ts'

/** Closes after two days, warns a day before. */
const setting = (given: Partial<AutoClose> = {}): AutoClose =>
  autoCloseSettings.parse({ on: true, afterMinutes: 2_880, warnMinutes: 1_440, warning: 'Soon.', ...given })

const silence = (given: Partial<Silence> = {}): Silence => ({
  status: 'open',
  spam: false,
  waitingSince: null,
  lastBy: 'agent',
  lastAgentAt: monday,
  lastCustomerAt: monday - hour,
  openedAt: null,
  warnedAt: null,
  mayWarn: true,
  ...given,
})
const day = 24 * hour
const step = (now: number, given: Partial<Silence> = {}, own: Partial<AutoClose> = {}) =>
  autoCloseStep(setting(own), silence(given), now)
const wait = (until: number): AutoCloseStep => ({ do: 'wait', until })

describe('closing after silence', () => {
  it('D-6a is off until somebody switches it on', () => {
    expect(autoCloseSettings.parse(undefined).on).toBe(false)
    expect(step(monday + 9 * day, {}, { on: false })).toBeNull()
  })

  it.each([
    ['snoozed', { status: 'snoozed' }],
    ['closed', { status: 'closed' }],
    ['one that waits', { waitingSince: monday }],
    ['one whose last word is the customer’s', { lastBy: 'customer' }],
    ['one in which nobody has written', { lastBy: null, lastAgentAt: null }],
    ['spam', { spam: true }],
  ] as const)('D-6b never %s', (_, given) => {
    expect(step(monday + 99 * day, given)).toBeNull()
  })

  it('D-6a after a set time since the later of the agent’s and the customer’s last message', () => {
    const warned = { warnedAt: monday + day }
    expect(step(monday + 2 * day - 1, warned)).toEqual(wait(monday + 2 * day))
    expect(step(monday + 2 * day, warned)).toEqual({ do: 'close' })
    // The customer wrote by another way at the same time, or clocks differ.
    const later = { ...warned, lastCustomerAt: monday + hour }
    expect(step(monday + 2 * day, later)).toEqual(wait(monday + 2 * day + hour))
  })

  it('D-6c warns before, once, and then leaves the whole time of the warning', () => {
    expect(step(monday)).toEqual(wait(monday + day))
    expect(step(monday + day)).toEqual({ do: 'warn' })
    // The desk slept over the moment.
    expect(step(monday + 5 * day)).toEqual({ do: 'warn' })
    expect(step(monday + 5 * day, { warnedAt: monday + 5 * day })).toEqual(wait(monday + 6 * day))
    expect(step(monday + 6 * day, { warnedAt: monday + 5 * day })).toEqual({ do: 'close' })
  })

  it('D-6c a warning counts only for the silence it stands in', () => {
    const before = { warnedAt: monday - hour }
    expect(step(monday + day, before)).toEqual({ do: 'warn' })
    expect(step(monday + 2 * day, before)).toEqual({ do: 'warn' })
  })

  it('D-6c closes without a word where none may be sent, or none is written', () => {
    expect(step(monday + day, { mayWarn: false })).toEqual(wait(monday + 2 * day))
    expect(step(monday + 2 * day, { mayWarn: false })).toEqual({ do: 'close' })
    expect(step(monday + 2 * day, {}, { warning: ' ' })).toEqual({ do: 'close' })
  })

  it('D-6 what is old when it is switched on closes one warning later, without one', () => {
    const since = monday + 30 * day
    expect(step(since, {}, { since })).toEqual(wait(since + day))
    expect(step(since + day, {}, { since })).toEqual({ do: 'close' })
    // What is not over yet is warned as always.
    const fresh = { lastAgentAt: since - hour, lastCustomerAt: since - 2 * hour }
    expect(step(since, fresh, { since })).toEqual(wait(since - hour + day))
    expect(step(since - hour + day, fresh, { since })).toEqual({ do: 'warn' })
  })

  it('D-6, S-1 what comes back from a snooze is seen before it closes', () => {
    const openedAt = monday + 5 * day
    expect(step(openedAt, { openedAt })).toEqual(wait(openedAt + day))
    expect(step(openedAt + day, { openedAt })).toEqual({ do: 'close' })
  })

  it('D-6 holds anew when it closes more than before, and not when a page says so', () => {
    const off = setting({ on: false, since: 5 })
    expect(autoCloseSince(off, setting({ since: 77 }), monday).since).toBe(monday)
    expect(autoCloseSince(setting({ since: 5 }), setting({ since: 77 }), monday).since).toBe(5)
    expect(autoCloseSince(setting({ since: 5 }), setting({ afterMinutes: 1_500 }), monday).since).toBe(monday)
    expect(autoCloseSince(setting({ since: 5 }), setting({ afterMinutes: 9_000 }), monday).since).toBe(5)
  })

  it('D-6 is looked at first when the warning is due', () => {
    expect(firstLook(setting(), monday)).toBe(monday + day)
    expect(firstLook(setting({ warning: '' }), monday)).toBe(monday + 2 * day)
    expect(firstLook(setting({ afterMinutes: 10, warnMinutes: 4 }), monday)).toBe(monday + 6 * minute)
  })
})
