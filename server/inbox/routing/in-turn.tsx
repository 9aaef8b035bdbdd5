import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import type { Routing } from '../../protocol/routing.ts'
import { Block, Problem, SwitchSetting } from '../settings/form-parts.tsx'
import { useRoutingWords } from './routing-words.ts'

const offered = [1, 5, 10, 15, 30, 60, 120, 240, 480]

type Props = { routing: Routing; onChange: (change: Partial<Routing>) => void }

/** D-4: round robin, how many tickets it gives one agent, and what becomes of those of somebody who is away. */
export function InTurn({ routing, onChange }: Props) {
  const said = useRoutingWords()
  const id = useId()
  const { roundRobin, whenAway } = routing
  const chosen = whenAway.do === 'again' ? whenAway.minutes : 0
  const minutes = chosen === 0 || offered.includes(chosen) ? offered : [...offered, chosen].toSorted((a, b) => a - b)
  return (
    <>
      <Block title={said.roundRobin}>
        <SwitchSetting
          label={said.roundRobinOn}
          help={said.roundRobinHelp}
          on={roundRobin}
          onChange={(on) => onChange({ roundRobin: on })}
        />
        <Limit limit={routing.limit} onLimit={(limit) => onChange({ limit })} />
      </Block>
      <Block title={said.away}>
        <div class="field">
          <label for={id}>{said.awayLabel}</label>
          <select
            id={id}
            class="select"
            value={chosen}
            aria-describedby={`${id}-help`}
            onChange={(event) => {
              const after = Number(event.currentTarget.value)
              onChange({ whenAway: after === 0 ? { do: 'keep' } : { do: 'again', minutes: after } })
            }}
          >
            <option value={0}>{said.keep}</option>
            {minutes.map((n) => (
              <option key={n} value={n}>
                {said.again(n)}
              </option>
            ))}
          </select>
          <p class="help" id={`${id}-help`}>
            {said.awayHelp}
          </p>
        </div>
      </Block>
    </>
  )
}

/** Saved when the field is left, or with Enter. */
function Limit({ limit, onLimit }: { limit: number | null; onLimit: (limit: number | null) => void }) {
  const said = useRoutingWords()
  const id = useId()
  const typed = useSignal(limit === null ? '' : String(limit))
  const read = typed.value.trim() === '' ? null : Number(typed.value)
  const wrong = read !== null && !(Number.isInteger(read) && read >= 1 && read <= 1_000)
  const keep = () => {
    if (!wrong && read !== limit) onLimit(read)
  }
  return (
    <div class="field limit">
      <label for={id}>{said.limit}</label>
      <input
        id={id}
        class="input"
        type="text"
        inputMode="numeric"
        autocomplete="off"
        value={typed.value}
        aria-invalid={wrong || undefined}
        aria-describedby={`${id}-said`}
        onInput={(event) => {
          typed.value = event.currentTarget.value
        }}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep()
        }}
      />
      {wrong ? (
        <Problem id={`${id}-said`} text={said.limitWrong} />
      ) : (
        <p class="help" id={`${id}-said`}>
          {said.limitHelp}
        </p>
      )}
    </div>
  )
}
