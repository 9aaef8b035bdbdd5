import type { RefObject } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/** To which sides a line that scrolls sideways goes on: what cannot be seen there is to be hinted at. */
export type GoesOn = 'back' | 'on' | 'both' | undefined

export function useGoesOn(place: RefObject<HTMLElement | null>): GoesOn {
  const [sides, setSides] = useState<GoesOn>(undefined)
  useEffect(() => {
    const line = place.current
    if (!line) return
    const look = () => {
      // A pixel may be lost to rounding.
      const back = line.scrollLeft > 1
      const on = line.scrollWidth - line.clientWidth - line.scrollLeft > 1
      setSides(back && on ? 'both' : back ? 'back' : on ? 'on' : undefined)
    }
    look()
    const room = new ResizeObserver(look)
    room.observe(line)
    line.addEventListener('scroll', look, { passive: true })
    return () => {
      room.disconnect()
      line.removeEventListener('scroll', look)
    }
  }, [place])
  return sides
}
