import type { FoundBy } from '../../protocol/found.ts'
import type { TicketRow } from '../../protocol/ticket.ts'
import { useScreen } from '../desk-screen.ts'
import { usePage, useWords } from '../page.ts'
import { Avatar, firstName } from '../parts/avatar.tsx'
import { ChannelIcon, Icon } from '../parts/icon.tsx'
import { DraftMark } from './draft-mark.tsx'
import { AtRow } from '../together/at-ticket.tsx'
import { RowMarks, WaitingMark } from '../working/row-marks.tsx'
import { Hits } from './hits.tsx'
import { lastWords } from './last-words.ts'

type Props = {
  row: TicketRow
  by?: FoundBy | null
  href: string
  current: boolean
  tabbable: boolean
  onFocus: () => void
}

/** S-4, S-7, S-10: a ticket in the list, in two lines that never grow. */
export function TicketRowView({ row, by = null, href, current, tabbable, onFocus }: Props) {
  const words = useWords()
  const { moments, clock } = usePage()
  const now = clock.tick.value
  const { customer, preview, status } = row
  const { desk } = useScreen()
  const until = row.snoozedUntil === null ? '' : moments.value.until(row.snoozedUntil, now)
  const kind = `ticket${row.unread ? ' unread' : ''}${status === 'closed' ? ' is-closed' : ''}`
  return (
    <a
      class={kind}
      href={href}
      data-ticket={row.id}
      aria-current={current ? 'true' : undefined}
      tabIndex={tabbable ? 0 : -1}
      onFocus={onFocus}
    >
      <span class="mark-new">
        {row.unread && (
          <span class="dot" title={words.list.unread}>
            <span class="hidden-text">{words.list.unread}: </span>
          </span>
        )}
      </span>
      <Avatar id={customer.id} name={customer.name} online={customer.online} />
      <span class="lines">
        <span class="row-line">
          <bdi class="name cut">{customer.name}</bdi>
          {customer.online && <span class="hidden-text">, {words.online}</span>}
          {status === 'closed' && (
            <span class="closed-mark" role="img" aria-label={words.list.closed} title={words.list.closed}>
              <Icon name="done" small />
            </span>
          )}
          {customer.blocked && (
            <span class="blocked-mark" role="img" aria-label={words.list.blocked} title={words.list.blocked}>
              <Icon name="blocked" small />
            </span>
          )}
          <RowMarks row={row} />
          <time class="age digits" dateTime={new Date(row.lastMessageAt).toISOString()}>
            {moments.value.age(row.lastMessageAt, now)}
          </time>
        </span>
        <span class="row-line second">
          <ChannelIcon channel={row.channel} name={words.channel[row.channel]} />
          <span class="last-words cut">
            {by !== null && 'parts' in by ? (
              <Hits by={by} />
            ) : (
              <>
                <Whose preview={preview} me={desk.me.value.id} />
                <bdi>{lastWords(row, words)}</bdi>
              </>
            )}
          </span>
          {row.campaigns.length > 0 && <CampaignMark campaigns={row.campaigns} />}
          <AtRow ticket={row.id} />
          <DraftMark ticket={row.id} />
          <WaitingMark row={row} />
          {status === 'snoozed' && (
            <span class="chip snooze" title={words.list.snoozedUntil(until)}>
              <Icon name="clock" />
              {until}
            </span>
          )}
        </span>
      </span>
    </a>
  )
}

/** S-4: whose words they are, where they are not the customer's. */
function Whose({ preview, me }: Pick<TicketRow, 'preview'> & { me: string }) {
  const { list } = useWords()
  if (preview?.from === 'automatic') return <>{list.auto}: </>
  if (preview?.by === undefined) return null
  return (
    <>
      <bdi>{preview.by.id === me ? list.mineShort : firstName(preview.by.name)}</bdi>:{' '}
    </>
  )
}

/** M-4: what brought the ticket; its name is for those who ask, the row stays as high as the others. */
function CampaignMark({ campaigns }: Pick<TicketRow, 'campaigns'>) {
  const { filters } = useWords()
  const said = campaigns.map(({ kind, name }) => filters.ofCampaign[kind](name)).join(', ')
  return (
    <span class="campaign-mark" role="img" aria-label={said} title={said}>
      <Icon name="megaphone" small />
    </span>
  )
}
