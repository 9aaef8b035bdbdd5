import './details-pane.css'
import type { TicketDetails } from '../../protocol/details.ts'
import type { CustomerCard, TicketRow } from '../../protocol/ticket.ts'
import { useScreen } from '../desk-screen.ts'
import { usePage, useWords } from '../page.ts'
import { Avatar } from '../parts/avatar.tsx'
import { Icon } from '../parts/icon.tsx'
import { Consents } from './consents.tsx'
import { CustomerAbout } from './customer-about.tsx'
import { CustomerName } from './customer-name.tsx'
import { CustomerPlace } from './customer-place.tsx'
import { Names } from './names.tsx'
import { OtherTickets } from './other-tickets.tsx'
import { useTicketDetails } from './ticket-details.ts'
import { TicketFacts } from './ticket-facts.tsx'

/** D-1: the customer, what they agreed to, the ticket, the customer's other tickets. */
export function DetailsPane() {
  const words = useWords()
  const screen = useScreen()
  const conversation = screen.desk.conversation.value
  const row = conversation?.row.value
  const customer = conversation?.customer.value
  const { details, head } = words
  return (
    <section class="details" aria-label={details.label}>
      <header class="bar">
        <button
          type="button"
          class="button icon-only only-narrow"
          aria-label={head.backToThread}
          onClick={() => {
            screen.detailsOver.value = false
          }}
        >
          <Icon name="back" flip />
        </button>
        <h2>{details.label}</h2>
        <button
          type="button"
          class="button icon-only fold"
          aria-label={details.fold}
          title={`${details.fold} ( ] )`}
          onClick={() => {
            screen.folded.value = true
            screen.detailsOver.value = false
          }}
        >
          <Icon name="panel" flip />
        </button>
      </header>
      {row && customer && (
        <div class="scroll" tabIndex={0} role="group" aria-label={details.label}>
          <Known key={row.id} row={row} customer={customer} />
        </div>
      )}
    </section>
  )
}

function Known({ row, customer }: { row: TicketRow; customer: CustomerCard }) {
  const { details } = useWords()
  const found = useTicketDetails(row).value
  const known = typeof found === 'object' ? found : null
  return (
    <>
      <CustomerFacts customer={customer} names={known?.names ?? null} />
      {known && <Consents consents={known.consents} />}
      {found === 'failed' && (
        <section>
          <p class="text-3 small-text">{details.factsFailed}</p>
        </section>
      )}
      <TicketFacts row={row} linked={known?.linked ?? []} />
      <OtherTickets row={row} total={customer.tickets} />
    </>
  )
}

type CustomerProps = { customer: CustomerCard; names: TicketDetails['names'] | null }

function CustomerFacts({ customer, names }: CustomerProps) {
  const { details } = useWords()
  const { moments } = usePage()
  const { visitor } = customer
  // T-6: nobody becomes a customer by Messenger.
  const who = visitor === null ? details.customer : details.visitor
  const presence = customer.online ? details.onlineNow : details.offlineNow
  const facts: (readonly [string, string | null])[] = [
    ...(names === null
      ? ([
          [details.email, customer.email],
          [details.phone, customer.phone],
          [details.pageScopedId, visitor?.pageScopedId ?? null],
        ] as const)
      : []),
    [details.leftEmail, customer.email === null ? customer.leftEmail : null],
    [details.shopId, customer.shopId],
    [details.since, moments.value.date(customer.createdAt)],
  ]
  return (
    <section aria-label={who}>
      <h3>{who}</h3>
      <div class="person">
        <Avatar id={customer.id} name={customer.name} size="l" online={customer.online} />
        <div class="cut">
          <CustomerName customer={customer} />
          <p class="text-3 small-text">{visitor === null ? presence : details.noCustomer}</p>
        </div>
        {customer.blocked && <span class="chip danger">{details.blocked}</span>}
      </div>
      <dl>
        {names && <Names names={names} />}
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{name}</dt>
                <dd class="digits" title={value}>
                  <span class="cut">{value}</span>
                </dd>
              </div>
            ),
        )}
        {visitor === null && <CustomerPlace customer={customer} />}
      </dl>
      <CustomerAbout key={customer.id} customer={customer} />
    </section>
  )
}
