import { Fragment } from 'preact'
import type { Entry, Group } from '../../../widget/thread/layout.ts'
import type { Outbox } from '../../../widget/thread/outbox.ts'
import { isEmojiOnly, Text } from '../../../widget/thread/text.tsx'
import { isBlank } from '../../protocol/text.ts'
import type { TicketRow } from '../../protocol/ticket.ts'
import { useScreen } from '../desk-screen.ts'
import { usePage, useWords } from '../page.ts'
import { Avatar, firstName } from '../parts/avatar.tsx'
import { ChannelIcon } from '../parts/icon.tsx'
import type { Deliveries } from './deliveries.ts'
import { DeliveryMark, Fate, Mark } from './delivery-mark.tsx'
import type { EnclosedBy } from './files.ts'
import { FilesView, StoryLine } from './files-view.tsx'
import { MailBubble } from './mail-view.tsx'
import type { MailMarks } from './mails.ts'
import { NoteView } from './note-view.tsx'
import { Said } from './said.tsx'
import { StatusLine } from './status-line.tsx'

type Props = {
  entry: Entry
  row: TicketRow
  outbox: Pick<Outbox, 'retry' | 'discard'>
  deliveries: Deliveries
  mails: MailMarks
  enclosed: EnclosedBy
}

/** One entry of the thread as agents see it: the customer at the start, the team at the end, everything else between. */
export function EntryView({ entry, ...around }: Props) {
  const { row, deliveries } = around
  const words = useWords()
  const { moments, clock } = usePage()
  if (entry.kind === 'group') return <GroupView group={entry} {...around} />
  if (entry.kind === 'day') return <p class="day">{moments.value.day(entry.at, clock.tick.value, words.thread)}</p>
  if (entry.kind === 'new')
    return (
      <p class="day new-line">
        <b>{words.thread.newLine}</b>
      </p>
    )
  if (entry.kind === 'automatic') {
    const { sent } = entry.message
    const onlyLine = sent === 'follow_up' || sent === 'satisfaction'
    return (
      <div class={onlyLine ? 'automatic only-line' : 'automatic'}>
        <p class="meta">
          <span>{sent === undefined ? words.thread.automatic : words.thread.automaticSent[sent]}</span>
          <time>{moments.value.time(entry.message.at)}</time>
          {entry.message.channel !== 'web_chat' && (
            <DeliveryMark messages={[entry.message]} at={entry.message.at} deliveries={deliveries} />
          )}
        </p>
        {/* What a follow-up says stands right above; the question is always the same. */}
        {!onlyLine && (
          <p dir="auto">
            <Text text={entry.message.text} />
          </p>
        )}
        <Fate message={entry.message.id} deliveries={deliveries} />
      </div>
    )
  }
  if (entry.event.type === 'note') return <NoteView note={entry.event} />
  return <StatusLine event={entry.event} row={row} />
}

/** T-2: who takes part in a mail thread and is not its customer, by their whole name. */
function guestOf({ mine, channel, name }: Group, { customer }: TicketRow): string | null {
  return !mine && channel === 'email' && name !== customer.name ? name : null
}

type GroupProps = Omit<Props, 'entry'> & { group: Group }

function GroupView({ group, row, outbox, deliveries, mails, enclosed }: GroupProps) {
  const words = useWords()
  const { moments } = usePage()
  const { desk } = useScreen()
  const { mine, delivery } = group
  const guest = guestOf(group, row)
  const name = mine ? (group.name ?? desk.me.value.name) : (guest ?? firstName(group.name ?? row.customer.name))
  const failed = delivery.state === 'failed'
  const online = desk.link.state.value === 'online'
  // Web chat tells what was seen; what left the house is reported message by message.
  const left = mine && group.channel !== 'web_chat' && delivery.state !== 'pending' && !failed
  return (
    <div class={`group ${mine ? 'ours' : 'theirs'}${failed ? ' failed' : ''}`}>
      {!mine &&
        (guest === null ? (
          <Avatar id={row.customer.id} name={row.customer.name} size="m" online={row.customer.online} />
        ) : (
          <Avatar id={guest} name={guest} size="m" />
        ))}
      <div class="bubbles">
        {group.bubbles.map((bubble) => {
          const lost = left && deliveries.get(bubble.id)?.state === 'failed'
          const mail = mails.get(bubble.id)
          const beside = enclosed.get(bubble.id)
          return (
            <Fragment key={bubble.id}>
              {beside && <StoryLine enclosed={beside} />}
              {/* What is answered stands before the answer. */}
              {beside?.story && <FilesView enclosed={beside} />}
              {mail !== undefined ? (
                <MailBubble bubble={bubble} mail={mail} failed={lost} />
              ) : (
                // What came without words has none to show.
                !(beside && isBlank(bubble.text)) && (
                  <p
                    class={`bubble${isEmojiOnly(bubble.text) ? ' large' : ''}${lost ? ' failed-one' : ''}`}
                    dir="auto"
                    data-message={bubble.id}
                  >
                    {mine ? <Said text={bubble.text} /> : <Text text={bubble.text} />}
                  </p>
                )
              )}
              {beside?.story === null && <FilesView enclosed={beside} />}
              {left && <Fate message={bubble.id} deliveries={deliveries} />}
            </Fragment>
          )
        })}
      </div>
      <p class="meta">
        <bdi>{name}</bdi>
        <span class="via">
          <ChannelIcon channel={group.channel} name={words.channel[group.channel]} />
          <span aria-hidden="true">{words.channel[group.channel]}</span>
        </span>
        <time class="digits">{moments.value.time(group.at)}</time>
        {delivery.state === 'pending' && (
          <Mark icon="clock" text={online ? words.thread.sending : words.thread.waiting} />
        )}
        {left && <DeliveryMark messages={group.bubbles} at={group.at} deliveries={deliveries} />}
        {!left && delivery.state === 'sent' && <Mark icon="check" text={words.thread.sent} />}
        {!left && delivery.state === 'seen' && (
          <Mark icon="checks" text={words.thread.seenAt(moments.value.time(delivery.at))} />
        )}
        {failed && (
          <Mark icon="warning" text={`${words.thread.notSent}: ${words.refused[delivery.code]}`} tone="danger" />
        )}
        {/* What crossed a colleague's is asked about where it was written. */}
        {failed &&
          delivery.code !== 'crossed' &&
          group.bubbles.map((bubble) => (
            <span key={bubble.id} class="again">
              <button type="button" class="link" onClick={() => outbox.retry(bubble.id)}>
                {words.thread.retry}
              </button>
              <button type="button" class="link" onClick={() => outbox.discard(bubble.id)}>
                {words.thread.discard}
              </button>
            </span>
          ))}
      </p>
    </div>
  )
}
