import { limits } from '../../protocol/limits.ts'
import type { MacroAction } from '../../protocol/macro.ts'
import { snoozeNames } from '../../protocol/macro-text.ts'
import { priorities } from '../../protocol/priority.ts'
import { useScreen } from '../desk-screen.ts'
import { Icon } from '../parts/icon.tsx'
import { Menu, MenuItem } from '../parts/menu.tsx'
import { useMacroPageWords } from './macro-page-words.ts'
import { saidOf } from './action-words.ts'

const kinds = ['tag', 'assign', 'priority', 'snooze', 'close'] as const
type Kind = (typeof kinds)[number]

const first: Record<Kind, MacroAction> = {
  tag: { do: 'tag', tag: '' },
  assign: { do: 'assign', to: 'me' },
  priority: { do: 'priority', priority: 'high' },
  snooze: { do: 'snooze', until: 'tomorrow' },
  close: { do: 'close' },
}

type Props = { actions: readonly MacroAction[]; onChange: (actions: MacroAction[]) => void }

/** what is done when the reply is sent, in this order. */
export function ActionsEditor({ actions, onChange }: Props) {
  const { desk } = useScreen()
  const said = useMacroPageWords()
  const put = (at: number, action: MacroAction) => onChange(actions.map((one, n) => (n === at ? action : one)))
  const free = kinds.filter((kind) => kind === 'tag' || !actions.some((action) => action.do === kind))
  return (
    <fieldset class="macro-actions">
      <legend>{said.actionsTitle}</legend>
      {actions.map((action, at) => (
        <div key={`${action.do} ${at}`} class="macro-action">
          <span>{said.kind[action.do]}</span>
          <Choice action={action} onChange={(changed) => put(at, changed)} />
          <button
            type="button"
            class="button icon-only"
            aria-label={said.without(saidOf(action, said, desk.team.value))}
            title={said.remove}
            onClick={() => onChange(actions.filter((_, n) => n !== at))}
          >
            <Icon name="cross" small />
          </button>
        </div>
      ))}
      {actions.length < limits.macroActions && (
        <Menu
          kind="button line small"
          align="start"
          button={
            <>
              <Icon name="plus" small />
              {said.addAction}
            </>
          }
        >
          {(close) =>
            free.map((kind) => (
              <MenuItem
                key={kind}
                onPick={() => {
                  close()
                  onChange([...actions, first[kind]])
                }}
              >
                {said.kind[kind]}
              </MenuItem>
            ))
          }
        </Menu>
      )}
    </fieldset>
  )
}

function Choice({ action, onChange }: { action: MacroAction; onChange: (action: MacroAction) => void }) {
  const said = useMacroPageWords()
  const { desk } = useScreen()
  switch (action.do) {
    case 'tag':
      return (
        <input
          class="input"
          aria-label={said.tagName}
          placeholder={said.tagName}
          maxLength={limits.tagName}
          value={action.tag}
          onInput={(event) => onChange({ do: 'tag', tag: event.currentTarget.value })}
        />
      )
    case 'assign': {
      const people = [{ id: 'me', name: said.me }, { id: 'nobody', name: said.nobody }, ...desk.team.value]
      return (
        <select
          class="select"
          aria-label={said.kind.assign}
          value={action.to}
          onChange={(event) => onChange({ do: 'assign', to: event.currentTarget.value })}
        >
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )
    }
    case 'priority':
      return (
        <select
          class="select"
          aria-label={said.kind.priority}
          value={action.priority}
          onChange={(event) => {
            const priority = priorities.find((one) => one === event.currentTarget.value)
            if (priority) onChange({ do: 'priority', priority })
          }}
        >
          {priorities.map((one) => (
            <option key={one} value={one}>
              {said[one]}
            </option>
          ))}
        </select>
      )
    case 'snooze':
      return (
        <select
          class="select"
          aria-label={said.kind.snooze}
          value={action.until}
          onChange={(event) => {
            const until = snoozeNames.find((one) => one === event.currentTarget.value)
            if (until) onChange({ do: 'snooze', until })
          }}
        >
          {snoozeNames.map((one) => (
            <option key={one} value={one}>
              {said[one]}
            </option>
          ))}
        </select>
      )
    case 'close':
      return <span class="grow" />
  }
}
