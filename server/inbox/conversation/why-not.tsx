import type { ComponentChildren } from 'preact'
import type { ChannelName } from '../../protocol/channel.ts'
import type { ErrorCode } from '../../protocol/errors.ts'
import type { TicketRow } from '../../protocol/ticket.ts'
import { useScreen } from '../desk-screen.ts'
import { useWords } from '../page.ts'
import { firstName } from '../parts/avatar.tsx'
import { ChannelIcon, Icon, type IconName } from '../parts/icon.tsx'
import { catchFocus } from '../parts/lost-focus.ts'

const icons: Partial<Record<ErrorCode, IconName>> = {
  customer_blocked: 'blocked',
  no_consent: 'blocked',
  opted_out: 'blocked',
  ticket_closed: 'done',
  cannot_reopen: 'done',
  window_over: 'clock',
  no_address: 'at',
}

type Props = { why: ErrorCode; channel: ChannelName; row: TicketRow; children?: ComponentChildren }

/** Stands in the composer's place: why there is no answering, and what can be done. */
export function WhyNot({ why, channel, row, children }: Props) {
  const words = useWords()
  const screen = useScreen()
  const { composer, answering, head, refused } = words
  const name = firstName(row.customer.name)
  const by = words.channel[channel]
  const known: Partial<Record<ErrorCode, [string, string]>> = {
    customer_blocked: [composer.blockedTitle, composer.blockedText],
    ticket_closed: [composer.closedTitle, composer.closedText(name)],
    cannot_reopen: [answering.newerTitle, answering.newerText(name)],
    no_consent: [answering.noConsent(name, by), answering.noConsentText(name)],
    opted_out: [answering.optedOut(name, by), answering.optedOutText(name)],
    window_over: [answering.over, answering.overText(name, by)],
    no_address: [answering.noAddress, answering.noAddressText(name)],
  }
  const [title, text] = known[why] ?? [answering.notBy(by), refused[why]]
  return (
    <div class="composer off" role="note">
      {children && <div class="top">{children}</div>}
      <div class="why">
        <Icon name={icons[why] ?? 'info'} />
        <div>
          <b>{title}</b>
          <p>
            {text}{' '}
            {why === 'customer_blocked' && (
              <button
                type="button"
                class="link"
                onClick={(event) => {
                  catchFocus(event.currentTarget.closest('.dock'), 'textarea')
                  void screen.block(row.customer, false)
                }}
              >
                {head.unblock}
              </button>
            )}
            {why === 'cannot_reopen' && (
              <button
                type="button"
                class="link"
                onClick={() => {
                  screen.folded.value = false
                  screen.detailsOver.value = true
                }}
              >
                {answering.showOthers}
              </button>
            )}
          </p>
          <Unsent ticket={row.id} />
        </div>
        <span class="chip">
          <ChannelIcon channel={channel} />
          {by}
        </span>
      </div>
    </div>
  )
}

/** Words that were being written when answering came to an end: nobody sends them, and nobody takes them away. */
function Unsent({ ticket }: { ticket: string }) {
  const { composer, thread } = useWords()
  const { desk } = useScreen()
  const draft = desk.drafts.of(ticket, 'reply')
  if (draft.text.value === '') return null
  return (
    <div class="unsent">
      <p>{composer.unsent}</p>
      <blockquote dir="auto">{draft.text.value}</blockquote>
      <button type="button" class="button line small" onClick={draft.clear}>
        {thread.discard}
      </button>
    </div>
  )
}
