import './working.css'
import type { TicketRow } from '../../protocol/ticket.ts'
import { useScreen } from '../desk-screen.ts'
import { useWords } from '../page.ts'
import { Icon } from '../parts/icon.tsx'

/** S-8: says where the ticket stands, with the way out. */
export function SpamBanner({ row }: { row: TicketRow }) {
  const { working } = useWords()
  const screen = useScreen()
  if (!row.spam) return null
  return (
    <p class="banner spam-banner">
      <Icon name="spam" small />
      <span>{working.spamHere}</span>
      <button type="button" class="link" onClick={() => void screen.markSpam(row, false)}>
        {working.notSpam}
      </button>
    </p>
  )
}
