import type { Signal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

/** Closes what is open when somebody presses or focuses anything outside of it. */
export function useElsewhere(open: Signal<boolean>, inside: RefObject<HTMLElement | null>) {
  const isOpen = open.value
  useEffect(() => {
    if (!isOpen) return
    const look = (event: Event) => {
      if (event.target instanceof Node && !inside.current?.contains(event.target)) open.value = false
    }
    document.addEventListener('pointerdown', look)
    document.addEventListener('focusin', look)
    return () => {
      document.removeEventListener('pointerdown', look)
      document.removeEventListener('focusin', look)
    }
  }, [isOpen, open, inside])
}
