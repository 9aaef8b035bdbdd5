import { type ReadonlySignal, signal } from '@preact/signals'

export type LoadState = 'loading' | 'ready' | 'failed'

/** What was read is good for so long; older, it is read again when it is shown again. */
const freshMs = 30_000

/**
 * Something of the desk's that is read when it is shown. What was read before stays on the screen while it is read again,
 * and if that fails.
 */
export function createLoading(read: () => Promise<void>): {
  state: ReadonlySignal<LoadState>
  need: () => void
  again: () => void
} {
  const state = signal<LoadState>('loading')
  let running: Promise<void> | null = null
  let readAt = -Infinity

  function again() {
    if (state.peek() === 'failed') state.value = 'loading'
    running ??= read()
      .then(
        () => {
          state.value = 'ready'
          readAt = performance.now()
        },
        () => {
          if (state.peek() === 'loading') state.value = 'failed'
        },
      )
      .finally(() => {
        running = null
      })
  }

  return {
    state,
    again,
    need() {
      if (performance.now() - readAt > freshMs) again()
    },
  }
}
