import './composer.css'
import { useSignal } from '@preact/signals'
import type { ChannelName } from '../../protocol/channel.ts'
import type { TicketRow } from '../../protocol/ticket.ts'
import { useWords } from '../page.ts'
import { Avatar } from '../parts/avatar.tsx'
import type { Conversation } from './conversation.ts'
import { ReplyForm } from './reply-form.tsx'
import { useMoment } from './use-moment.ts'
import { waysOf, wayTaken } from './ways.ts'
import { WhyNot } from './why-not.tsx'

/** where the answer is written, with where it goes; or why there can be none, with the way out. */
export function Composer({ conversation, row }: { conversation: Conversation; row: TicketRow }) {
  const picked = useSignal<ChannelName | null>(null)
  const ends = row.reply.offered.flatMap(({ until }) => until ?? [])
  const now = useMoment(ends.length === 0 ? null : Math.min(...ends))
  const ways = waysOf(row, now)
  const way = wayTaken(ways, row.reply.chosen, picked.value)
  return (
    <div class="dock">
      {way === null || way.refused !== null ? (
        <WhyNot why={way?.refused ?? 'wrong_channel'} channel={way?.channel ?? row.channel} row={row} />
      ) : (
        <>
          <Colleagues conversation={conversation} />
          <ReplyForm conversation={conversation} row={row} way={way} ways={ways} now={now} picked={picked} />
        </>
      )}
    </div>
  )
}

/** a colleague who is writing here is said above the field. */
function Colleagues({ conversation }: { conversation: Conversation }) {
  const words = useWords()
  return (
    <div role="status">
      {[...conversation.colleagues.value].map(([id, name]) => (
        <div key={id} class="banner warn">
          <Avatar id={id} name={name} size="s" />
          <span>
            <b>{name}</b> {words.thread.alsoTyping}
          </span>
        </div>
      ))}
    </div>
  )
}
