export type KeyAction =
  | 'next'
  | 'previous'
  | 'close'
  | 'snooze'
  | 'assign'
  | 'tags'
  | 'reply'
  | 'note'
  | 'unread'
  | 'undo'
  | 'pick'
  | 'fold'
  | 'search'
  | 'keys'
  | 'palette'
  | 'leave'

/** Keys that do something by themselves. Another one is a line here, one in desk-keys.ts and one in keys-dialog.tsx. */
const single: ReadonlyMap<string, KeyAction> = new Map([
  ['j', 'next'],
  ['k', 'previous'],
  ['e', 'close'],
  ['s', 'snooze'],
  ['a', 'assign'],
  ['t', 'tags'],
  ['r', 'reply'],
  ['n', 'note'],
  ['u', 'unread'],
  ['z', 'undo'],
  // Not "/": in the composer that begins a macro.
  ['f', 'search'],
  ['x', 'pick'],
  [']', 'fold'],
  ['?', 'keys'],
])

/** How this machine calls the key that goes with K. */
export const commandKey = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl'

/** Is somebody typing there? Then single keys are letters. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !['button', 'checkbox', 'radio', 'submit'].includes(target.type)
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
}

type Pressed = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'repeat' | 'defaultPrevented' | 'target'
>

/** A key that goes with Ctrl or ⌘; in a field, Z takes back what was typed. */
function command({ key, target }: Pressed): KeyAction | null {
  if (key === 'z' && !isTyping(target)) return 'undo'
  return key.toLowerCase() === 'k' ? 'palette' : null
}

/**
 * What a key asks the page to do. Single keys rest while somebody types, chooses from a menu or answers a dialog, and
 * where they are switched off; held down, only those repeat that move.
 */
export function keyAction(event: Pressed, singleKeys = true): KeyAction | null {
  if (event.defaultPrevented || event.isComposing || event.altKey) return null
  const inside = event.target instanceof Element ? event.target : null
  if (inside?.closest('[role="menu"], dialog')) return null
  // A button that took itself away leaves the focus nowhere: the keys are the open dialog's all the same.
  if (inside === inside?.ownerDocument.body && inside?.querySelector('dialog[open]')) return null
  if (event.ctrlKey || event.metaKey) return event.repeat ? null : command(event)
  if (event.key === 'Escape') return 'leave'
  if (!singleKeys || isTyping(event.target)) return null
  const action = single.get(event.key) ?? null
  if (event.repeat && action !== 'next' && action !== 'previous') return null
  return action
}
