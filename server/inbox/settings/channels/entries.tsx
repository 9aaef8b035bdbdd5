import { useId } from 'preact/hooks'
import { Icon } from '../../parts/icon.tsx'
import { catchFocus } from '../../parts/lost-focus.ts'
import { Block, Problem } from '../form-parts.tsx'
import { useChannelWords } from './channel-words.ts'

export type Column<K extends string> = {
  name: K
  label: string
  help?: string
  placeholder?: string
  type?: 'text' | 'tel' | 'email'
  max: number
}

type Props<K extends string> = {
  title: string
  text?: string
  /** What one line is called, as in “Number”. */
  one: string
  /** Path of the list in the settings. */
  path: string
  columns: readonly Column<K>[]
  items: readonly Record<K, string>[]
  blank: Record<K, string>
  add: string
  wrong: (path: string) => string | null
  onChange: (items: Record<K, string>[]) => void
}

/** Numbers, accounts, pages or mailboxes of the brand, a line each. */
export function Entries<K extends string>(props: Props<K>) {
  const { title, text, one, path, columns, items, blank, add, wrong, onChange } = props
  const said = useChannelWords()
  const id = useId()
  const change = (i: number, name: K, value: string) =>
    onChange(items.map((item, at) => (at === i ? { ...item, [name]: value } : item)))
  return (
    <Block title={title} {...(text === undefined ? {} : { text })}>
      <div class="entries">
        {items.length === 0 && <p class="text-3">{said.none}</p>}
        {items.map((item, i) => (
          // A line has no identity of its own, and two may be alike while one types.
          <fieldset key={i} class="entry">
            <legend class="hidden-text">{said.nth(one, i + 1)}</legend>
            {columns.map(({ name, label, help, placeholder, type = 'text', max }) => {
              const problem = wrong(`${path}.${i}.${name}`)
              const field = `${id}-${i}-${name}`
              const described = problem !== null || help !== undefined
              return (
                <div class="field" key={name}>
                  <label for={field}>{label}</label>
                  <input
                    id={field}
                    class="input"
                    type="text"
                    inputMode={type}
                    autocomplete="off"
                    spellcheck={false}
                    maxLength={max}
                    placeholder={placeholder}
                    value={item[name]}
                    aria-invalid={problem === null ? undefined : true}
                    aria-describedby={described ? `${field}-said` : undefined}
                    onInput={(event) => change(i, name, event.currentTarget.value)}
                  />
                  {problem !== null ? (
                    <Problem id={`${field}-said`} text={problem} />
                  ) : (
                    help !== undefined && (
                      <p class="help" id={`${field}-said`}>
                        {help}
                      </p>
                    )
                  )}
                </div>
              )
            })}
            <button
              type="button"
              class="button icon-only"
              aria-label={said.removeNth(said.nth(one, i + 1))}
              title={said.remove}
              onClick={(event) => {
                catchFocus(event.currentTarget.closest('.entries'), ':scope > button')
                onChange(items.toSpliced(i, 1))
              }}
            >
              <Icon name="trash" small />
            </button>
          </fieldset>
        ))}
        <button type="button" class="button line small" onClick={() => onChange([...items, blank])}>
          <Icon name="plus" small />
          {add}
        </button>
      </div>
    </Block>
  )
}
