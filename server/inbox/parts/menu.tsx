import { type Signal, useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { useElsewhere } from './use-elsewhere.ts'

type Props = {
  /** What the button shows, and its name where that is no text. */
  button: ComponentChildren
  label?: string
  kind?: string
  title?: string
  /** Opens from outside too, as a shortcut does. */
  open?: Signal<boolean>
  align?: 'start' | 'end'
  side?: 'below' | 'above'
  children: (close: () => void) => ComponentChildren
}

/** A button with a menu: arrow keys, Home, End, first letters, Esc; the focus goes in and comes back. */
export function Menu({
  button,
  label,
  kind = 'button',
  title,
  open: given,
  align = 'end',
  side = 'below',
  children,
}: Props) {
  const own = useSignal(false)
  const open = given ?? own
  const root = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const id = useId()

  const items = () =>
    [...(list.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])].filter(
      (item) => item.offsetParent !== null,
    )
  /** The focus goes back at once, so that a dialog which opens next returns it to the button, too. */
  const close = () => {
    document.getElementById(`${id}-button`)?.focus()
    open.value = false
  }
  const isOpen = open.value

  useEffect(() => {
    if (!isOpen) return
    // Whatever stands in the menu but is not shown at this width takes no focus.
    const chosen = items().find((item) => item.getAttribute('aria-checked') === 'true')
    ;(chosen ?? items()[0])?.focus()
  }, [isOpen])
  useElsewhere(open, root)

  const onKey = (event: KeyboardEvent) => {
    const all = items()
    const at = all.findIndex((item) => item === document.activeElement)
    const to = (n: number) => all[(n + all.length) % all.length]?.focus()
    if (event.key === 'ArrowDown') to(at + 1)
    else if (event.key === 'ArrowUp') to(at - 1)
    else if (event.key === 'Home') to(0)
    else if (event.key === 'End') to(all.length - 1)
    else if (event.key === 'Escape') close()
    else if (event.key === 'Tab') {
      open.value = false
      return
    } else if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const letter = event.key.toLocaleLowerCase()
      const rest = [...all.slice(at + 1), ...all.slice(0, at + 1)]
      rest.find((item) => item.textContent?.trim().toLocaleLowerCase().startsWith(letter))?.focus()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div class="menu-root" ref={root}>
      <button
        id={`${id}-button`}
        type="button"
        class={kind}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-label={label}
        title={title}
        onClick={() => {
          open.value = !isOpen
        }}
      >
        {button}
      </button>
      {isOpen && (
        <div
          id={id}
          ref={list}
          class={`menu ${align} ${side}`}
          role="menu"
          aria-label={label ?? title}
          tabIndex={-1}
          onKeyDown={onKey}
        >
          {children(close)}
        </div>
      )}
    </div>
  )
}

type ItemProps = {
  onPick: () => void
  icon?: ComponentChildren
  end?: ComponentChildren
  /** Makes it one of several of which one is chosen. */
  checked?: boolean
  /** Makes it one that is on or off by itself. */
  toggled?: boolean
  danger?: boolean
  kind?: string
  /** Why it cannot be picked; it stays in the menu, greyed, and says so. */
  why?: string | null
  /** What it means, in a second line. */
  hint?: string
  children: ComponentChildren
}

/** One line of a menu. */
export function MenuItem({ onPick, icon, end, checked, toggled, danger, kind, why = null, hint, children }: ItemProps) {
  return (
    <button
      type="button"
      role={checked !== undefined ? 'menuitemradio' : toggled !== undefined ? 'menuitemcheckbox' : 'menuitem'}
      aria-checked={checked ?? toggled}
      aria-disabled={why !== null || undefined}
      class={`item${danger ? ' danger' : ''}${kind ? ` ${kind}` : ''}`}
      tabIndex={-1}
      onClick={why === null ? onPick : undefined}
    >
      {icon}
      {(why ?? hint ?? null) === null ? (
        <span class="cut">{children}</span>
      ) : (
        <span>
          {children}
          <span class="why">{why ?? hint}</span>
        </span>
      )}
      {end && <span class="end">{end}</span>}
    </button>
  )
}
