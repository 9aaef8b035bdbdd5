export type Line = {
  /** True once it is one's turn, who then calls `leave` when done; false where it did not come in time. */
  enter(): Promise<boolean>
  leave(): void
}

/** Lets so many in at once. The others wait in the order they came, nobody longer than `patienceMs`. */
export function createLine(places: number, patienceMs: number): Line {
  let free = places
  const waiting = new Set<(isTurn: boolean) => void>()
  return {
    enter() {
      if (free > 0) {
        free--
        return Promise.resolve(true)
      }
      return new Promise((resolve) => {
        const call = (isTurn: boolean) => {
          clearTimeout(timer)
          waiting.delete(call)
          resolve(isTurn)
        }
        const timer = setTimeout(call, patienceMs, false)
        waiting.add(call)
      })
    },
    leave() {
      const [first] = waiting
      if (first === undefined) free++
      else first(true)
    },
  }
}
