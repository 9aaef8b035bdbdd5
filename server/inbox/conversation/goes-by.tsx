import type { ChannelName } from '../../protocol/channel.ts'
import type { CustomerCard, ReplyChannel, TicketRow } from '../../protocol/ticket.ts'
import { usePage, useWords } from '../page.ts'
import { firstName } from '../parts/avatar.tsx'
import { ChannelIcon, Icon } from '../parts/icon.tsx'
import { Menu, MenuItem } from '../parts/menu.tsx'

type Props = {
  row: TicketRow
  customer: CustomerCard | null
  way: ReplyChannel
  ways: readonly ReplyChannel[]
  now: number
  onPick: (channel: ChannelName) => void
}

const hour = 60 * 60_000

/** by which channel the answer goes, to where, and for how long still. */
export function GoesBy({ row, customer, way, ways, now, onPick }: Props) {
  const words = useWords()
  const { composer } = words
  const { channel } = way
  const name = firstName(row.customer.name)
  const { online } = row.customer
  const to = answersTo(row, customer, channel)
  return (
    <div class="goes">
      {ways.length > 1 ? (
        <ChooseWay way={way} ways={ways} onPick={onPick} />
      ) : (
        <>
          <ChannelIcon channel={channel} name={composer.via(words.channel[channel])} />
          <b aria-hidden="true">{words.channel[channel]}</b>
        </>
      )}
      <span class="cut">
        {channel === 'web_chat' ? (
          <>
            <span class={`dot ${online ? 'ok' : 'away'}`} />
            {online ? composer.isOnline(name) : composer.isOffline(name)}
          </>
        ) : (
          to && <bdi class="digits">{to}</bdi>
        )}
      </span>
      {way.until !== null && <TimeLeft until={way.until} now={now} name={name} />}
    </div>
  )
}

/** The address that an answer by a channel goes to; null: there is none to show. */
export function answersTo(row: TicketRow, customer: CustomerCard | null, channel: ChannelName): string | null {
  if (channel === row.channel) return row.answerTo
  return channel === 'email' ? (customer?.email ?? customer?.leftEmail ?? null) : null
}

/** web chat or email; what cannot be used is greyed and says why. */
function ChooseWay({ way, ways, onPick }: Pick<Props, 'way' | 'ways' | 'onPick'>) {
  const words = useWords()
  const { answering } = words
  return (
    <Menu
      kind="button small way"
      label={answering.way(words.channel[way.channel])}
      align="start"
      side="above"
      button={
        <>
          <ChannelIcon channel={way.channel} name={words.channel[way.channel]} />
          {words.channel[way.channel]}
          <Icon name="down" small />
        </>
      }
    >
      {(close) =>
        ways.map(({ channel, refused }) => (
          <MenuItem
            key={channel}
            icon={<ChannelIcon channel={channel} />}
            checked={channel === way.channel}
            why={refused === null ? null : words.refused[refused]}
            onPick={() => {
              close()
              onPick(channel)
            }}
          >
            {words.channel[channel]}
          </MenuItem>
        ))
      }
    </Menu>
  )
}

/** calm while there is time, plain to see in the last hour. */
function TimeLeft({ until, now, name }: { until: number; now: number; name: string }) {
  const { answering } = useWords()
  const { moments } = usePage()
  const left = Math.max(0, until - now)
  const soon = left < hour
  return (
    <span class={`left${soon ? ' chip warn' : ''}`} id="reply-left" title={answering.afterThat(name)}>
      <Icon name="clock" small />
      <span class="digits">{answering.left(moments.value.span(left))}</span>
      <span class="hidden-text">. {answering.afterThat(name)}</span>
    </span>
  )
}
