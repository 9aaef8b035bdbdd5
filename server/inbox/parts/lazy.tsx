import { useSignal } from '@preact/signals'
import type { ComponentType } from 'preact'
import { useEffect } from 'preact/hooks'
import { useWords } from '../page.ts'
import { Empty, useLate } from './empty.tsx'

/**
 * A part of the page that is loaded when it is first shown. Where it does not come, the whole page is loaded again:
 * browsers remember a script that failed, and after an update the old one is gone. `part`: it stands within the page's
 * main part, of which there is one.
 */
export function lazy<P extends object>(load: () => Promise<ComponentType<P>>, where: 'page' | 'part' = 'page') {
  let part: ComponentType<P> | null = null
  return function Lazy(props: P) {
    const words = useWords()
    const state = useSignal<'loading' | 'here' | 'failed'>(part === null ? 'loading' : 'here')
    useEffect(() => {
      if (part !== null) return
      load().then(
        (found) => {
          part = found
          state.value = 'here'
        },
        () => {
          state.value = 'failed'
        },
      )
    }, [state])
    const late = useLate(state.value === 'loading')
    const Part = part
    if (state.value === 'here' && Part !== null) return <Part {...props} />
    const busy = state.value === 'loading'
    const meanwhile =
      state.value === 'failed' ? (
        <Empty icon="cloudOff" tone="danger" title={words.partFailed}>
          <button type="button" class="button line" onClick={() => location.reload()}>
            {words.reload}
          </button>
        </Empty>
      ) : (
        late && <p class="sheet text-3">{words.loading} …</p>
      )
    if (where === 'part') return <div aria-busy={busy}>{meanwhile}</div>
    return (
      <main class="settings-main" id="settings" tabIndex={-1} aria-busy={busy}>
        {meanwhile}
      </main>
    )
  }
}
