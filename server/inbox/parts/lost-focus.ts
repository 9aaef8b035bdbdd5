/**
 * For a click that may take its own button away: if nothing has the focus after the next drawing, the first `selector`
 * within `box` gets it.
 */
export function catchFocus(box: Element | null, selector: string): void {
  requestAnimationFrame(() => {
    if (document.activeElement === null || document.activeElement === document.body)
      box?.querySelector<HTMLElement>(selector)?.focus()
  })
}
