const kinds = ['keydown', 'keypress', 'keyup'] as const

/**
 * Keys pressed in the hub are the hub's. The page's shortcuts do not hear them and its listeners cannot swallow them: a
 * copy that does not leave the shadow root takes the event's way. The event itself goes no further than the window, but
 * still does what the browser does with a key. Nor does a page's dialog hear that the focus has left it for the hub,
 * which it would call back. The answer stops that.
 */
export function keepKeys(shadow: ShadowRoot): () => void {
  const pass = (event: KeyboardEvent) => {
    const inner = innerOf(event, shadow)
    if (!inner) return
    event.stopImmediatePropagation()
    const { type, key, code, ctrlKey, shiftKey, altKey, metaKey, repeat, isComposing, defaultPrevented } = event
    const copied = { key, code, ctrlKey, shiftKey, altKey, metaKey, repeat, isComposing }
    // No KeyboardEvent: in Firefox those leave every shadow root, whatever they are told.
    const went = inner.dispatchEvent(Object.assign(new Event(type, { bubbles: true, cancelable: true }), copied))
    // Escape is answered in here: the browser would go on to close what is modal, a dialog of the page's too.
    if (!went || key === 'Escape') event.preventDefault()
    // Somebody was before us and took the letter away.
    else if (defaultPrevented && type === 'keydown' && !ctrlKey && !altKey && !metaKey) {
      if (key.length === 1) document.execCommand('insertText', false, key)
      else if (key === 'Backspace') document.execCommand('delete')
    }
  }
  const hide = (event: FocusEvent) => {
    if (innerOf(event, shadow)) event.stopImmediatePropagation()
  }
  for (const kind of kinds) addEventListener(kind, pass, true)
  addEventListener('focusin', hide, true)
  return () => {
    for (const kind of kinds) removeEventListener(kind, pass, true)
    removeEventListener('focusin', hide, true)
  }
}

/** Where in the hub it happened. A copy is none of the browser's, and stays inside anyway. */
function innerOf(event: Event, { host, activeElement }: ShadowRoot): EventTarget | null {
  const path = event.composedPath()
  if (!event.composed || !path.includes(host)) return null
  // Where something on the page makes every shadow root a closed one, the way begins at its host.
  return path[0] === host ? activeElement : (path[0] ?? null)
}
