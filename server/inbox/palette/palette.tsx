import './palette.css'
import { useSignal } from '@preact/signals'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { meantRow } from '../desk-keys.ts'
import { useScreen } from '../desk-screen.ts'
import { usePage, useWords } from '../page.ts'
import { Icon } from '../parts/icon.tsx'
import { type Command, groups } from './command.ts'
import { found } from './matching.ts'
import { sources } from './sources.ts'

/**
 * Everything an agent can do, found by typing. The focus stays in the field, the arrows choose (a combobox with its
 * list); Enter does it, Esc and a second Ctrl K leave, and the focus goes back to where it was.
 */
export function Palette({ onClose }: { onClose: () => void }) {
  const words = useWords()
  const page = usePage()
  const screen = useScreen()
  const id = useId()
  const box = useRef<HTMLDialogElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const query = useSignal('')
  const chosen = useSignal<string | null>(null)
  // Which ticket is meant is settled by where the focus was; how it stands is read anew.
  const [meant] = useState(() => meantRow(screen)?.id ?? null)
  const open = screen.desk.conversation.value?.row.value
  const row = (open?.id === meant ? open : screen.desk.list.rows.value.find((one) => one.id === meant)) ?? null

  const at = { page, screen, words, row, query: query.value }
  const all = sources.flatMap((source) => source(at))
  const matching = found(
    all.filter(({ last }) => !last),
    query.value,
  )
  // Once something is typed the best stands first, whatever it is about; before, part by part.
  const parts = query.value.trim()
    ? [{ group: null, commands: [...matching.slice(0, 30), ...all.filter(({ last }) => last)] }]
    : groups.map((group) => ({ group, commands: matching.filter((one) => one.group === group) }))
  const shown = parts.flatMap(({ commands }) => commands)
  const current = shown.find((one) => one.id === chosen.value) ?? shown[0]
  const optionId = (command: Command) => `${id}-${command.id}`

  useEffect(() => {
    const dialog = box.current
    const before = document.activeElement
    dialog?.showModal()
    return () => {
      dialog?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [current?.id])

  const run = (command: Command | undefined) => {
    if (command === undefined) return
    onClose()
    // Once the dialog is gone and the focus is back: what is done may take it elsewhere.
    setTimeout(() => command.run())
  }
  const step = (by: number) => {
    const from = shown.findIndex((one) => one.id === current?.id)
    chosen.value = shown[(from + by + shown.length) % shown.length]?.id ?? null
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return
    if (event.key === 'ArrowDown') step(1)
    else if (event.key === 'ArrowUp') step(-1)
    else if (event.key === 'Enter') run(current)
    else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') onClose()
    else return
    event.preventDefault()
  }

  return (
    <dialog
      ref={box}
      class="palette"
      aria-label={words.palette.title}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        if (event.target === box.current) onClose()
      }}
    >
      <div class="ask">
        <Icon name="search" />
        <input
          type="text"
          role="combobox"
          aria-label={words.palette.title}
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          aria-activedescendant={current && optionId(current)}
          placeholder={words.palette.placeholder}
          autocomplete="off"
          spellcheck={false}
          autofocus
          value={query.value}
          onInput={(event) => {
            query.value = event.currentTarget.value
            chosen.value = null
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div ref={list} id={`${id}-list`} class="commands" role="listbox" aria-label={words.palette.commands}>
        {parts.map(
          ({ group, commands }) =>
            commands.length > 0 && (
              <div
                key={group}
                role="group"
                aria-label={group === null ? words.palette.commands : undefined}
                aria-labelledby={group === null ? undefined : `${id}-${group}`}
              >
                {group !== null && (
                  <p class="caption" id={`${id}-${group}`} role="presentation">
                    {group === 'ticket' && row ? `#${row.number} · ${row.customer.name}` : words.palette.group[group]}
                  </p>
                )}
                {commands.map((command) => (
                  <div
                    key={command.id}
                    id={optionId(command)}
                    role="option"
                    aria-selected={command === current}
                    class="command"
                    onPointerMove={() => (chosen.value = command.id)}
                    onClick={() => run(command)}
                  >
                    <Icon name={command.icon} small />
                    <span class="cut">{command.title}</span>
                    {command.key && (
                      <kbd class="key" aria-hidden="true">
                        {command.key}
                      </kbd>
                    )}
                  </div>
                ))}
              </div>
            ),
        )}
      </div>
      <p class="hidden-text" role="status">
        {words.palette.count(shown.length)}
      </p>
    </dialog>
  )
}
