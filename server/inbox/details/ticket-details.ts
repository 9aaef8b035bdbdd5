import { type ReadonlySignal, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { TicketDetails } from '../../protocol/details.ts'
import type { TicketRow } from '../../protocol/ticket.ts'
import { useScreen } from '../desk-screen.ts'

export type DetailsFound = TicketDetails | 'asking' | 'failed'

/** What stands beside a ticket, asked again with every new entry and whenever its answering changes (a STOP does that). */
export function useTicketDetails(row: TicketRow): ReadonlySignal<DetailsFound> {
  const { desk } = useScreen()
  const found = useSignal<DetailsFound>('asking')
  const online = desk.link.state.value === 'online'
  const reply = row.reply.offered.map(({ refused }) => refused).join()
  useEffect(() => {
    if (!online) return
    let left = false
    void desk.link.ask('ticket.details', { ticket: row.id }).then((answer) => {
      if (left) return
      if (answer.ok) found.value = answer
      else if (found.peek() === 'asking') found.value = 'failed'
    })
    return () => {
      left = true
    }
  }, [desk, found, online, row.id, row.last, reply])
  return found
}
