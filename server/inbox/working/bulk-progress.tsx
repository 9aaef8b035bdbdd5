import './bulk-bar.css'
import { useScreen } from '../desk-screen.ts'
import { useWords } from '../page.ts'
import { farOf } from './bulks.ts'

/** How far it is, while it takes its time. */
export function BulkProgressLine() {
  const { bulk } = useWords()
  const { bulks } = useScreen()
  const running = bulks.running.value
  if (running === null) return null
  const { done, total } = farOf(running)
  const text = running.state === 'undoing' ? bulk.undoing(done, total) : bulk.under(done, total)
  return (
    <div class="bulk-progress">
      <span class="digits" role="status">
        {text}
      </span>
      <progress max={Math.max(1, total)} value={done} aria-label={text} />
    </div>
  )
}
