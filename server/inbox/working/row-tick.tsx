import './bulk-bar.css'
import type { TicketRow } from '../../protocol/ticket.ts'
import { useScreen } from '../desk-screen.ts'
import { useWords } from '../page.ts'

/** Picks a row: over its face, seen on hover, by the focus, and while rows are being picked. */
export function RowTick({ row }: { row: TicketRow }) {
  const { bulk } = useWords()
  const { selection } = useScreen()
  return (
    <label class="row-tick">
      <input
        class="pick-box"
        type="checkbox"
        tabIndex={-1}
        aria-label={bulk.pick(row.customer.name, row.number)}
        checked={selection.isPicked(row.id)}
        onClick={(event) => {
          if (event.shiftKey) selection.range(row.id)
          else selection.toggle(row.id)
        }}
      />
    </label>
  )
}
