import './working.css'
import type { Conversation } from '../conversation/conversation.ts'
import type { TicketRow } from '../../protocol/ticket.ts'
import { useScreen } from '../desk-screen.ts'
import { useWords } from '../page.ts'
import { Icon } from '../parts/icon.tsx'
import { reasonsText } from './spam-reasons.ts'

/** S-8: says where the ticket stands and what the scanner saw in it, with the way out. */
export function SpamBanner({ row, conversation }: { row: TicketRow; conversation: Conversation }) {
  const { working, scanner } = useWords()
  const screen = useScreen()
  if (!row.spam) return null
  const mark = conversation.thread.events.value.findLast((event) => event.type === 'spam')
  const why = mark?.type === 'spam' ? (mark.why ?? []) : []
  return (
    <p class="banner spam-banner">
      <Icon name="spam" small />
      <span>
        {working.spamHere}
        {why.length > 0 && (
          <span class="spam-why">
            {scanner.why} {reasonsText(why, scanner)}. {scanner.wrong}
          </span>
        )}
      </span>
      <button type="button" class="link" onClick={() => void screen.markSpam(row, false)}>
        {working.notSpam}
      </button>
    </p>
  )
}
