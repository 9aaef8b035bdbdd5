import './suggest.css'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { useWords } from '../page.ts'
import type { Sought } from './sought.ts'
import type { Suggesting } from './suggesting.ts'

type Props<T> = {
  id: string
  label: string
  suggesting: Suggesting<T>
  take: (option: T, sought: Sought) => void
  keyOf: (option: T) => string
  /** Options of one group stand together, under its name; left out: none has. */
  groupOf?: (option: T) => string
  draw: (option: T) => ComponentChildren
  /** What stands beside the list about the option that Enter takes. */
  preview?: (option: T) => ComponentChildren
}

/** The suggestions under a field that keeps the focus; the field says which one is meant (aria-activedescendant). */
export function SuggestList<T>({ id, label, suggesting, take, keyOf, groupOf, draw, preview }: Props<T>) {
  const { composing } = useWords()
  const list = useRef<HTMLDivElement>(null)
  const open = suggesting.open.value
  const active = suggesting.active.value
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  })
  // A screen reader hears how many there are; the list itself never has the focus.
  const status = (
    <span class="hidden-text" role="status">
      {open && composing.suggestions(open.options.length)}
    </span>
  )
  if (!open) return status
  const { options, sought } = open
  const shown = options[active]
  const groups = new Map<string, { option: T; at: number }[]>()
  for (const [at, option] of options.entries()) {
    const group = groupOf?.(option) ?? ''
    groups.set(group, [...(groups.get(group) ?? []), { option, at }])
  }
  return (
    <>
      {status}
      <div class={`menu suggest${preview ? ' with-preview' : ''}`}>
        <div class="options" id={id} ref={list} role="listbox" aria-label={label}>
          {[...groups].map(([group, members]) => (
            <div key={group} role="group" aria-label={group || label}>
              {group && (
                <p class="caption" role="presentation">
                  {group}
                </p>
              )}
              {members.map(({ option, at }) => (
                <div
                  key={keyOf(option)}
                  id={`${id}-${at}`}
                  class="item"
                  role="option"
                  aria-selected={at === active}
                  // The field keeps the focus.
                  onMouseDown={(event) => event.preventDefault()}
                  onMouseMove={() => suggesting.point(at)}
                  onClick={() => {
                    take(option, sought)
                    suggesting.close()
                  }}
                >
                  {draw(option)}
                </div>
              ))}
            </div>
          ))}
        </div>
        {preview && shown !== undefined && <div class="beside">{preview(shown)}</div>}
      </div>
    </>
  )
}
