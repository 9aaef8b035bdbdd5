export type Line = {
  /** True once there is a place, who then calls `leave` when done; false where there was none in that time. */
  enter(patienceMs: number): Promise<boolean>
  leave(): void
}

/** Lets so many in at once. The others wait in the order they came. */
export function createLine(places: number): Line {
  let free = places
  const waiting = new Set<(isTurn: boolean) => void>()
  return {
    enter(patienceMs) {
      if (free > 0) free--
      else if (patienceMs === 0) return Promise.resolve(false)
      else {
        return new Promise((resolve) => {
          const call = (isTurn: boolean) => {
            clearTimeout(timer)
            waiting.delete(call)
            resolve(isTurn)
          }
          const timer = setTimeout(call, patienceMs, false)
          waiting.add(call)
        })
      }
      return Promise.resolve(true)
    },
    leave() {
      const [first] = waiting
      if (first === undefined) free++
      else first(true)
    },
  }
}
