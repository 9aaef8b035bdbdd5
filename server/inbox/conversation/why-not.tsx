import type { TicketRow } from '../../protocol/ticket.ts'
import { useScreen } from '../desk-screen.ts'
import { useWords } from '../page.ts'
import { firstName } from '../parts/avatar.tsx'
import { Icon, type IconName } from '../parts/icon.tsx'
import type { NoReply } from './may-reply.ts'

const icons: Record<NoReply, IconName> = { blocked: 'blocked', chat_closed: 'done', closed: 'done' }

/** Stands in the composer's place: why there is no answering, and what can be done. */
export function WhyNot({ why, row }: { why: NoReply; row: TicketRow }) {
  const { composer, head } = useWords()
  const screen = useScreen()
  const name = firstName(row.customer.name)
  const said = {
    blocked: [composer.blockedTitle, composer.blockedText],
    chat_closed: [composer.closedTitle, composer.closedText(name)],
    closed: [composer.closedOther, composer.closedOtherText],
  }[why]
  return (
    <div class="composer off" role="note">
      <Icon name={icons[why]} />
      <div>
        <b>{said[0]}</b>
        <p>
          {said[1]}{' '}
          {why === 'blocked' && (
            <button type="button" class="link" onClick={() => void screen.block(row.customer, false)}>
              {head.unblock}
            </button>
          )}
          {why === 'closed' && (
            <button type="button" class="link" onClick={() => void screen.reopen(row)}>
              {head.reopen}
            </button>
          )}
        </p>
      </div>
    </div>
  )
}
