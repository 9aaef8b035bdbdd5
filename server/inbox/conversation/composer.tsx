import './composer.css'
import './note.css'
import { useSignal, useSignalEffect } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { ChannelName } from '../../protocol/channel.ts'
import { type DraftKind, draftKinds } from '../../protocol/draft-kinds.ts'
import { isBlank } from '../../protocol/text.ts'
import type { TicketRow } from '../../protocol/ticket.ts'
import { useScreen } from '../desk-screen.ts'
import { useWords } from '../page.ts'
import { Avatar } from '../parts/avatar.tsx'
import { later } from '../parts/later.tsx'
import type { Conversation } from './conversation.ts'
import { CrossedReplies } from './crossed-replies.tsx'
import { ReplyForm } from './reply-form.tsx'
import { useMoment } from './use-moment.ts'
import { waysOf, wayTaken } from './ways.ts'
import { WhyNot } from './why-not.tsx'

const NoteForm = later(async () => (await import('./note-form.tsx')).NoteForm)

/**
 * where the answer is written, with where it goes; or why there can be none, with the way out. A note
 * can be written in any ticket.
 */
export function Composer({ conversation, row }: { conversation: Conversation; row: TicketRow }) {
  const { desk, replyAsked, noteAsked } = useScreen()
  const has = (one: DraftKind) => !isBlank(desk.drafts.of(row.id, one).text.peek())
  const kind = useSignal<DraftKind>(has('note') && !has('reply') ? 'note' : 'reply')
  const picked = useSignal<ChannelName | null>(null)
  const ends = row.reply.offered.flatMap(({ until }) => until ?? [])
  const now = useMoment(ends.length === 0 ? null : Math.min(...ends))
  const ways = waysOf(row, now)
  const way = wayTaken(ways, row.reply.chosen, picked.value)
  useSignalEffect(() => {
    if (replyAsked.value === row.id) kind.value = 'reply'
    if (noteAsked.value === row.id) kind.value = 'note'
  })
  useEffect(() => NoteForm.soon(), [])
  const ask = (to: DraftKind) => {
    ;(to === 'note' ? noteAsked : replyAsked).value = row.id
  }
  const kinds = <Kinds ticket={row.id} kind={kind.value} onPick={ask} />
  return (
    <div class="dock">
      {/* Whatever can be written now: what was held back is not lost behind it. */}
      <CrossedReplies conversation={conversation} draft={desk.drafts.of(row.id, 'reply')} onEdit={() => ask('reply')} />
      {kind.value === 'note' ? (
        <NoteForm conversation={conversation} row={row}>
          {kinds}
        </NoteForm>
      ) : way === null || way.refused !== null ? (
        <WhyNot why={way?.refused ?? 'wrong_channel'} channel={way?.channel ?? row.channel} row={row}>
          {kinds}
        </WhyNot>
      ) : (
        <>
          <Colleagues conversation={conversation} />
          <ReplyForm conversation={conversation} row={row} way={way} ways={ways} now={now} picked={picked}>
            {kinds}
          </ReplyForm>
        </>
      )}
    </div>
  )
}

type KindsProps = { ticket: string; kind: DraftKind; onPick: (kind: DraftKind) => void }

/** Reply or note; a dot says that something unsent stands in the other. */
function Kinds({ ticket, kind, onPick }: KindsProps) {
  const { composer, composing } = useWords()
  const { desk } = useScreen()
  const names: Record<DraftKind, string> = { reply: composer.label, note: composing.note }
  return (
    <div class="kinds" role="group" aria-label={composing.kinds}>
      {draftKinds.map((one) => (
        <button
          key={one}
          type="button"
          class="button"
          aria-pressed={one === kind}
          title={`${names[one]} (${one === 'note' ? 'n' : 'r'})`}
          onClick={() => onPick(one)}
        >
          {names[one]}
          {one !== kind && !isBlank(desk.drafts.of(ticket, one).text.value) && (
            <span class="dot" role="img" aria-label={composing.draft} />
          )}
        </button>
      ))}
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
