import type { MacroAction } from '../../protocol/macro.ts'
import type { Action } from '../../protocol/working.ts'
import { snoozeOffers } from '../conversation/snooze-offers.ts'

const laterMs = 3 * 3_600_000

/** A macro's actions as the desk does them: now, in this agent's zone, by this agent's hand. */
export function actionsNow(actions: readonly MacroAction[], me: string, now: number, zone: string): Action[] {
  return actions.map((action): Action => {
    switch (action.do) {
      case 'tag':
        return { do: 'tag', add: [{ name: action.tag }], remove: [] }
      case 'assign':
        return { do: 'assign', agent: action.to === 'me' ? me : action.to === 'nobody' ? null : action.to }
      case 'priority':
        return { do: 'priority', priority: action.priority }
      case 'snooze': {
        const offer = snoozeOffers(now, zone).find(({ kind }) => kind === action.until)
        return { do: 'snooze', until: offer?.until ?? now + laterMs }
      }
      case 'close':
        return { do: 'close' }
    }
  })
}

/** What there is of both: a second macro of one kind replaces the first, tags add up; closing comes last. */
export function joined(first: readonly MacroAction[], then: readonly MacroAction[]): MacroAction[] {
  const all = [...first, ...then]
  const kept = all.filter((action, at) => {
    const later = all.slice(at + 1)
    if (action.do === 'tag') return !later.some((other) => other.do === 'tag' && same(other.tag, action.tag))
    return !later.some((other) => other.do === action.do)
  })
  return [...kept.filter((action) => action.do !== 'close'), ...kept.filter((action) => action.do === 'close')]
}

const same = (one: string, other: string) => one.toLocaleLowerCase() === other.toLocaleLowerCase()
