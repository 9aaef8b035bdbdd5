import type { TabWords } from '../../words/tabs.en.ts'
import type { Hub } from '../hub.ts'

/** Something comes; seen only where it does not come at once. */
export function Skeleton() {
  return (
    <div class="cards list waits" aria-hidden="true">
      <i />
      <i />
    </div>
  )
}

export function Failed({ hub, said, again }: { hub: Hub; said: TabWords; again: () => void }) {
  return (
    <div class="middle" role="status">
      <p>{said.notLoaded}</p>
      <button type="button" class="button" onClick={again}>
        {hub.words.retry}
      </button>
    </div>
  )
}
