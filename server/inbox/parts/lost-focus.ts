/**
 * For a click that takes its own button away, at once or when the desk has done it: if nothing has the focus then, the
 * first `selector` within `box` gets it.
 */
export function catchFocus(box: Element | null, selector: string): void {
  const button = document.activeElement
  const catchIt = () => {
    if (document.activeElement === null || document.activeElement === document.body)
      box?.querySelector<HTMLElement>(selector)?.focus()
  }
  requestAnimationFrame(() => {
    catchIt()
    if (box === null || button === null || document.activeElement !== button) return
    const watch = new MutationObserver(() => {
      // Whoever went on by themselves is not called back.
      if (button.isConnected && document.activeElement === button) return
      watch.disconnect()
      if (!button.isConnected) catchIt()
    })
    watch.observe(box, { childList: true, subtree: true })
  })
}
