import './picker.css'
import { type Signal, useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks'
import { useWords } from '../page.ts'
import { Icon } from './icon.tsx'
import { placeBeside } from './place-beside.ts'
import { useElsewhere } from './use-elsewhere.ts'

export type Choice = {
  key: string
  label: string
  icon?: ComponentChildren
  end?: ComponentChildren
  /** Chosen already; of several, `some` for those that only a part of the tickets has. */
  chosen?: boolean | 'some'
}
export type ChoiceGroup = { caption?: string; choices: readonly Choice[] }

type Props = {
  button: ComponentChildren
  label: string
  kind?: string
  title?: string
  disabled?: boolean
  /** Opens from outside too, as a shortcut does. */
  open?: Signal<boolean>
  align?: 'start' | 'end'
  placeholder?: string
  groups: readonly ChoiceGroup[]
  /** Several may be chosen: it stays open, and picking a chosen one takes it off. */
  several?: boolean
  onPick(key: string): void
  /** Makes something new of what was typed, where nothing is called so. */
  make?: { label(text: string): string; run(text: string): void; most: number }
  /** What is said where there is nothing to choose from. */
  nothing?: string
}

const same = (a: string, b: string) => a.toLocaleLowerCase() === b.toLocaleLowerCase()

/** A button that opens a list with a field to search it: arrow keys, Enter, Esc; typing narrows it. */
export function Picker({
  button,
  label,
  kind = 'button',
  title,
  disabled,
  open: given,
  align = 'end',
  ...rest
}: Props) {
  const own = useSignal(false)
  const open = given ?? own
  const root = useRef<HTMLDivElement>(null)
  const id = useId()
  const isOpen = open.value
  const close = () => {
    document.getElementById(`${id}-button`)?.focus()
    open.value = false
  }
  useElsewhere(open, root)
  return (
    <div class="menu-root" ref={root}>
      <button
        id={`${id}-button`}
        type="button"
        class={kind}
        disabled={disabled}
        aria-haspopup="listbox"
        aria-expanded={isOpen}
        aria-label={label}
        title={title}
        onClick={() => {
          open.value = !isOpen
        }}
      >
        {button}
      </button>
      {isOpen && <List id={id} label={title ?? label} align={align} close={close} {...rest} />}
    </div>
  )
}

type ListProps = Omit<Props, 'button' | 'kind' | 'title' | 'disabled' | 'open'> & { id: string; close: () => void }

function List({ id, label, align, placeholder, groups, several, onPick, make, nothing, close }: ListProps) {
  const { working } = useWords()
  const typed = useSignal('')
  const at = useSignal(0)
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => placeBeside(box.current, document.getElementById(`${id}-button`), align), [id, align])
  useEffect(() => field.current?.focus({ preventScroll: true }), [])
  const text = typed.value.replace(/\s+/g, ' ').trim()
  const shown = groups
    .map((group) => ({ ...group, choices: group.choices.filter((one) => matches(one.label, text)) }))
    .filter((group) => group.choices.length > 0)
  const choices = shown.flatMap((group) => group.choices)
  const known = groups.some((group) => group.choices.some((one) => same(one.label, text)))
  const maker = make && text !== '' && !known && [...text].length <= make.most ? make : null
  const last = choices.length + (maker ? 1 : 0) - 1
  const active = Math.min(at.value, last)

  useEffect(() => {
    list.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' })
  }, [active, text])

  const done = (what: () => void) => {
    if (several) typed.value = ''
    else close()
    what()
  }
  const pick = (index: number) => {
    const choice = choices[index]
    if (choice) done(() => onPick(choice.key))
    else if (maker) done(() => maker.run(text))
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.isComposing) return
    if (event.key === 'ArrowDown') at.value = active >= last ? 0 : active + 1
    else if (event.key === 'ArrowUp') at.value = active <= 0 ? Math.max(0, last) : active - 1
    else if (event.key === 'Enter') pick(active)
    else if (event.key === 'Escape') close()
    else if (event.key === 'Tab') return close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  let index = -1
  const option = (key: string, chosen: Choice['chosen'], inside: ComponentChildren) => {
    index += 1
    const mine = index
    return (
      <div
        key={key}
        id={`${id}-${mine}`}
        class="item"
        role="option"
        aria-selected={chosen === true}
        data-active={mine === active || undefined}
        onPointerMove={() => {
          at.value = mine
        }}
        // The field keeps the focus.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => pick(mine)}
      >
        {inside}
      </div>
    )
  }
  return (
    <div ref={box} class="menu picker">
      <label class="picker-search">
        <Icon name="search" small />
        <input
          ref={field}
          type="text"
          role="combobox"
          aria-label={label}
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={last >= 0 ? `${id}-${active}` : undefined}
          autocomplete="off"
          spellcheck={false}
          placeholder={placeholder ?? working.search}
          value={typed.value}
          onInput={(event) => {
            typed.value = event.currentTarget.value
            at.value = 0
          }}
          onKeyDown={onKey}
        />
      </label>
      <div
        ref={list}
        id={`${id}-list`}
        class="picker-list"
        role="listbox"
        aria-label={label}
        aria-multiselectable={several}
      >
        {shown.map((group) => (
          <div key={group.caption ?? ''} role="group" aria-label={group.caption}>
            {group.caption && (
              <p class="caption" role="presentation">
                {group.caption}
              </p>
            )}
            {group.choices.map((choice) =>
              option(
                choice.key,
                choice.chosen,
                <>
                  {choice.icon}
                  <span class="cut">{choice.label}</span>
                  <span class="end">
                    {choice.end}
                    {choice.chosen === true && <Icon name="check" small />}
                    {choice.chosen === 'some' && <Icon name="minus" small />}
                  </span>
                </>,
              ),
            )}
          </div>
        ))}
        {maker &&
          option(
            'make',
            false,
            <>
              <Icon name="plus" small />
              <span class="cut">{maker.label(text)}</span>
            </>,
          )}
      </div>
      {last < 0 && <p class="picker-nothing text-3 small-text">{text === '' ? nothing : working.nothingFound}</p>}
    </div>
  )
}

/** Every word that was typed stands somewhere in it. */
function matches(label: string, text: string): boolean {
  const plain = (of: string) => of.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()
  const words = plain(label)
  return plain(text)
    .split(' ')
    .every((part) => words.includes(part))
}
