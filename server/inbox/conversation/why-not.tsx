import { useSignal } from '@preact/signals'
import type { TicketRow } from '../../protocol/ticket.ts'
import { useScreen } from '../desk-screen.ts'
import { usePage, useWords } from '../page.ts'
import { firstName } from '../parts/avatar.tsx'
import { Icon, type IconName } from '../parts/icon.tsx'
import { createDrafts } from './drafts.ts'
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
        <Unsent ticket={row.id} />
      </div>
    </div>
  )
}

/** Words that were being written when answering came to an end: nobody sends them, and nobody takes them away. */
function Unsent({ ticket }: { ticket: string }) {
  const { composer, thread } = useWords()
  const page = usePage()
  const { desk } = useScreen()
  const drafts = createDrafts(page.storage, desk.me.peek().id)
  const text = useSignal(drafts.read(ticket))
  if (text.value === '') return null
  return (
    <div class="unsent">
      <p>{composer.unsent}</p>
      <blockquote dir="auto">{text.value}</blockquote>
      <button
        type="button"
        class="button line small"
        onClick={() => {
          drafts.write(ticket, '')
          text.value = ''
        }}
      >
        {thread.discard}
      </button>
    </div>
  )
}
