import { useScreen } from '../desk-screen.ts'
import { useWords } from '../page.ts'
import { Dialog } from '../parts/dialog.tsx'

/** Says how many tickets are meant before anything is done to them, and what has no way back (T-1). */
export function BulkAsk() {
  const words = useWords()
  const { bulks, unpick } = useScreen()
  const asking = bulks.asking.value
  if (asking === null) return null
  const { bulk } = words
  const { action, total, chats } = asking
  const asked = bulk.ask[action.do](total)
  const answer = (yes: boolean) => void bulks.answer(yes).then((begun) => begun && unpick())
  return (
    <Dialog title={asked} onClose={() => answer(false)}>
      <p class="text-2">{chats > 0 ? bulk.chats(total, chats) : bulk.wayBack}</p>
      <footer>
        <button type="button" class="button line" onClick={() => answer(false)}>
          {words.cancel}
        </button>
        <button
          type="button"
          class={`button solid${chats > 0 ? ' danger' : ''}`}
          disabled={total === 0}
          onClick={() => answer(true)}
        >
          {asked.replace(/\?$/, '')}
        </button>
      </footer>
    </Dialog>
  )
}
