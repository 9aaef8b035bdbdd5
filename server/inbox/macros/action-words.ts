import type { MacroAction } from '../../protocol/macro.ts'
import type { AgentCard } from '../../protocol/ticket.ts'
import type { MacroWords } from './macro-words.ts'

/** What an action does, in words. */
export function saidOf(action: MacroAction, words: MacroWords, team: readonly AgentCard[]): string {
  const { does } = words
  switch (action.do) {
    case 'tag':
      return does.tag(action.tag)
    case 'assign': {
      if (action.to === 'me') return does.assignMe
      if (action.to === 'nobody') return does.assignNobody
      return does.assign(team.find(({ id }) => id === action.to)?.name ?? does.gone)
    }
    case 'priority':
      return does[action.priority]
    case 'snooze':
      return does.snooze[action.until]
    case 'close':
      return does.close
  }
}
