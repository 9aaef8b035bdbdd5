/** Room kept between what floats and the window's edge, and between it and its button. */
const [edge, gap] = [8, 4]
const least = 240

/**
 * Puts a floating box below a button, or above it where there is more room, and inside the window. It stays there while
 * the page scrolls; answers how to stop.
 */
export function placeBeside(box: HTMLElement | null, button: HTMLElement | null, align: 'start' | 'end' = 'end') {
  if (!box || !button) return undefined
  const place = () => {
    const at = button.getBoundingClientRect()
    const { innerWidth: wide, innerHeight: high } = window
    const below = high - at.bottom - gap - edge
    const above = at.top - gap - edge
    const up = below < least && above > below
    const left = align === 'start' ? at.left : at.right - box.offsetWidth
    box.style.left = `${Math.max(edge, Math.min(left, wide - box.offsetWidth - edge))}px`
    box.style.top = up ? 'auto' : `${at.bottom + gap}px`
    box.style.bottom = up ? `${high - at.top + gap}px` : 'auto'
    box.style.maxHeight = `${Math.max(120, up ? above : below)}px`
  }
  place()
  window.addEventListener('resize', place)
  document.addEventListener('scroll', place, true)
  return () => {
    window.removeEventListener('resize', place)
    document.removeEventListener('scroll', place, true)
  }
}
