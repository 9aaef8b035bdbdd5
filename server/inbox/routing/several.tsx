import { Icon } from '../parts/icon.tsx'
import { Picker } from '../parts/picker.tsx'
import { useRoutingWords } from './routing-words.ts'

type Props<K extends string> = {
  label: string
  choices: readonly { key: K; label: string }[]
  chosen: readonly K[]
  onChosen: (chosen: K[]) => void
}

/** Several of a list, said in the button; what is chosen and gone stands there until it is taken off. */
export function Several<K extends string>({ label, choices, chosen, onChosen }: Props<K>) {
  const { editor, gone } = useRoutingWords()
  const lost = chosen.filter((key) => !choices.some((one) => one.key === key))
  const all = [...choices, ...lost.map((key) => ({ key, label: `(${gone})` }))]
  const names = all.filter(({ key }) => chosen.includes(key)).map((one) => one.label)
  const said = names.length === 0 ? editor.anything : names.join(', ')
  return (
    <div class="field">
      <span class="label">{label}</span>
      <Picker
        kind="button line several"
        label={`${label}: ${said}`}
        align="start"
        several
        button={
          <>
            <span class="cut">{said}</span>
            <Icon name="down" small />
          </>
        }
        groups={[{ choices: all.map((one) => ({ ...one, chosen: chosen.includes(one.key) })) }]}
        onPick={(key) => {
          const picked = all.find((one) => one.key === key)?.key
          if (picked === undefined) return
          onChosen(chosen.includes(picked) ? chosen.filter((one) => one !== picked) : [...chosen, picked])
        }}
      />
    </div>
  )
}
