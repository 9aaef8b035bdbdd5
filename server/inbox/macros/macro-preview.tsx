import './macros.css'
import type { Macro } from '../../protocol/macro.ts'
import { macroPieces, type Values } from '../../protocol/macro-text.ts'
import { useScreen } from '../desk-screen.ts'
import { Icon, type IconName } from '../parts/icon.tsx'
import { catchFocus } from '../parts/lost-focus.ts'
import { saidOf } from './action-words.ts'
import { useMacroWords } from './macro-words.ts'

const icons: Record<Macro['actions'][number]['do'], IconName> = {
  tag: 'tag',
  assign: 'person',
  priority: 'flag',
  snooze: 'clock',
  close: 'done',
}

/** the words with their values, those without one marked, and what else the macro does. */
export function MacroPreview({ text, actions, values }: Pick<Macro, 'text' | 'actions'> & { values: Values }) {
  const words = useMacroWords()
  const { desk } = useScreen()
  return (
    <>
      <p class="macro-text" dir="auto">
        {text.trim() === ''
          ? words.empty
          : macroPieces(text, values).map((piece, at) =>
              piece.variable === null ? (
                piece.text
              ) : (
                <span key={at} class={piece.value === null ? 'variable lacking' : 'variable'}>
                  {piece.value ?? words.variable[piece.variable]}
                </span>
              ),
            )}
      </p>
      {actions.length > 0 && (
        <ul class="macro-does">
          {actions.map((action, at) => (
            <li key={at} class="chip">
              <Icon name={icons[action.do]} />
              <span class="cut">{saidOf(action, words, desk.team.value)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

type AfterProps = { actions: Macro['actions']; onChange: (actions: Macro['actions']) => void }

/** what happens once the reply is sent; each of it can be taken off before. */
export function AfterSending({ actions, onChange }: AfterProps) {
  const words = useMacroWords()
  const { desk } = useScreen()
  if (actions.length === 0) return null
  return (
    <div class="after-sending">
      <span class="text-3">{words.after}</span>
      <ul class="macro-does">
        {actions.map((action, at) => {
          const said = saidOf(action, words, desk.team.value)
          return (
            <li key={said} class="chip">
              <Icon name={icons[action.do]} />
              <span class="cut">{said}</span>
              <button
                type="button"
                class="take-off"
                aria-label={words.without(said)}
                title={words.without(said)}
                onClick={(event) => {
                  catchFocus(event.currentTarget.closest('form'), 'textarea')
                  onChange(actions.filter((_, other) => other !== at))
                }}
              >
                <Icon name="cross" small />
              </button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
