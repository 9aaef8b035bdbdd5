import { useId } from 'preact/hooks'
import type { RoutingRule } from '../../protocol/routing.ts'
import type { Named } from '../../protocol/ticket.ts'
import { PriorityChoice } from './priority-choice.tsx'
import { useRoutingWords } from './routing-words.ts'
import { useNames } from './use-names.ts'

/** A team or an agent that is still to be chosen is ''. */
export type Where = Pick<RoutingRule, 'to' | 'priority'>

const kinds = ['hand', 'team', 'agent', 'usual'] as const
type Kind = (typeof kinds)[number]

export function RuleThen({ where, onWhere }: { where: Where; onWhere: (where: Where) => void }) {
  const { editor } = useRoutingWords()
  const names = useNames()
  const id = useId()
  const { to } = where
  const kind: Kind = to.kind === 'team' && to.hand ? 'hand' : to.kind
  const choose = (chosen: Kind) => {
    const team = to.kind === 'team' ? to.team : ''
    const becomes: Record<Kind, RoutingRule['to']> = {
      hand: { kind: 'team', team, hand: true },
      team: { kind: 'team', team, hand: false },
      agent: { kind: 'agent', agent: '' },
      usual: { kind: 'usual' },
    }
    onWhere({ ...where, to: becomes[chosen] })
  }
  return (
    <fieldset class="rule-part">
      <legend>{editor.goes}</legend>
      <div class="rule-fields">
        <div class="field rule-to">
          <label for={id}>{editor.thenTo}</label>
          <select
            id={id}
            class="select"
            value={kind}
            onChange={(event) => choose(kinds.find((one) => one === event.currentTarget.value) ?? 'usual')}
          >
            {kinds.map((one) => (
              <option key={one} value={one}>
                {editor[one]}
              </option>
            ))}
          </select>
        </div>
        {to.kind === 'team' && (
          <Which
            label={editor.whichTeam}
            choices={names.teams}
            chosen={to.team}
            onChosen={(team) => onWhere({ ...where, to: { ...to, team } })}
          />
        )}
        {to.kind === 'agent' && (
          <Which
            label={editor.whichAgent}
            choices={names.members}
            chosen={to.agent}
            onChosen={(agent) => onWhere({ ...where, to: { kind: 'agent', agent } })}
          />
        )}
        <PriorityChoice
          label={editor.setPriority}
          none={editor.unchanged}
          priority={where.priority}
          onPriority={(priority) => onWhere({ ...where, priority })}
        />
      </div>
    </fieldset>
  )
}

type WhichProps = { label: string; choices: readonly Named[]; chosen: string; onChosen: (id: string) => void }

/** What was chosen and is gone has to be chosen anew. */
function Which({ label, choices, chosen, onChosen }: WhichProps) {
  const { editor, gone } = useRoutingWords()
  const id = useId()
  const lost = chosen !== '' && !choices.some((one) => one.id === chosen)
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} class="select" value={chosen} onChange={(event) => onChosen(event.currentTarget.value)}>
        {(chosen === '' || lost) && <option value={chosen}>{lost ? `(${gone})` : editor.choose}</option>}
        {choices.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
    </div>
  )
}
