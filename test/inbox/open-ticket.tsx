import { render } from '@testing-library/preact'
import type { Api } from '../../server/inbox/api.ts'
import { ConversationPane } from '../../server/inbox/conversation/conversation-pane.tsx'
import type { ThreadEvent, ThreadMessage } from '../../server/protocol/thread.ts'
import type { CustomerCard, TicketRow } from '../../server/protocol/ticket.ts'
import { fakePage, noon } from './page.tsx'
import { id, row } from './rows.ts'

export const customer = { id: id(501), name: 'Mireille Achterberg', blocked: false, online: false }
export const hello: ThreadMessage = {
  type: 'message',
  n: 1,
  at: noon - 60_000,
  id: id(901),
  from: 'customer',
  name: customer.name,
  channel: 'web_chat',
  text: 'Where is my plate?',
}

/** A ticket on the screen. */
export async function open(
  parts: Partial<TicketRow> = {},
  events: ThreadEvent[] = [hello],
  known: Partial<CustomerCard> = {},
  api: Partial<Api> = {},
) {
  const shown = row(1, { customer, last: events.length, ...parts })
  const card = {
    ...customer,
    visitor: null,
    email: null,
    phone: null,
    shopId: null,
    about: '',
    locale: null,
    timeZone: null,
    createdAt: 0,
    tickets: 1,
    ...known,
  }
  const answers = {
    'ticket.open': () => ({ ok: true, row: shown, customer: card, events, earlier: false, more: false }),
  }
  const made = fakePage(`/inbox/mine/${id(1)}`, answers, api)
  await made.desk.conversation.value?.thread.resume()
  const view = render(
    <made.Around>
      <ConversationPane />
    </made.Around>,
  )
  return { ...made, ...view, shown }
}
