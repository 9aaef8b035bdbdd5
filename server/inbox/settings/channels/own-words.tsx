import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { Block } from '../form-parts.tsx'
import { useChannelWords } from './channel-words.ts'

export type OwnWords = Record<'stop' | 'join' | 'help', string[]>
const kinds = ['stop', 'join', 'help'] as const

type Props = {
  channel: 'sms' | 'whatsapp'
  words: OwnWords
  onChange: (words: OwnWords) => void
  children?: ComponentChildren
}

/** M-1: the owner's own words beside those that everybody knows. */
export function OwnWordsFields({ channel, words, onChange, children }: Props) {
  const said = useChannelWords()
  return (
    <Block title={said.keywords} text={said.keywordsText[channel]}>
      <div class="three">
        {kinds.map((kind) => (
          <WordsField
            key={kind}
            label={said.wordKind[kind]}
            {...(kind === 'stop' ? { example: said.wordsExample } : {})}
            words={words[kind]}
            onChange={(list) => onChange({ ...words, [kind]: list })}
          />
        ))}
      </div>
      {children}
    </Block>
  )
}

type FieldProps = { label: string; example?: string; words: readonly string[]; onChange: (words: string[]) => void }

/** What is typed stays as it is typed, commas at its end too, until the words come from elsewhere. */
function WordsField({ label, example, words, onChange }: FieldProps) {
  const id = useId()
  const typed = useSignal(words.join(', '))
  if (wordsIn(typed.value).join() !== words.join()) typed.value = words.join(', ')
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="input"
        type="text"
        dir="auto"
        autocomplete="off"
        spellcheck={false}
        maxLength={2_000}
        value={typed.value}
        placeholder={example}
        onInput={(event) => {
          typed.value = event.currentTarget.value
          onChange(wordsIn(typed.peek()))
        }}
      />
    </div>
  )
}

/** Words between commas, as many and as long as the settings hold. */
export function wordsIn(text: string): string[] {
  const words = text.split(/[,;\n]/).map((word) => word.trim().slice(0, 40).trim())
  return words.filter(Boolean).slice(0, 50)
}
