import './note.css'
import { Text } from '../../../widget/thread/text.tsx'
import type { Outgoing } from '../../../widget/thread/outbox.ts'
import type { ThreadEvent } from '../../protocol/thread.ts'
import type { AgentCard } from '../../protocol/ticket.ts'
import { useScreen } from '../desk-screen.ts'
import { usePage, useWords } from '../page.ts'
import type { Conversation } from './conversation.ts'
import { Mark } from './delivery-mark.tsx'
import { notePieces } from './mentions.ts'
import type { CarriedByNote } from './replies.ts'

type NoteEvent = Extract<ThreadEvent, { type: 'note' }>

/** across the thread, in the colour that only the team sees. */
export function NoteView({ note }: { note: NoteEvent }) {
  const { composing } = useWords()
  const { moments } = usePage()
  return (
    <div class="note" data-note={note.id}>
      <p class="meta">
        <span>{composing.noteBy(note.name ?? '')}</span>
        <time class="digits">{moments.value.time(note.at)}</time>
      </p>
      <Words text={note.text} people={note.mentions} />
    </div>
  )
}

/** Notes that are on their way, or that did not get through. */
export function UnsentNotes({ conversation }: { conversation: Conversation }) {
  const words = useWords()
  const { desk } = useScreen()
  const { notes } = conversation
  const online = desk.link.state.value === 'online'
  const here = new Set(conversation.thread.events.value.flatMap((event) => (event.type === 'note' ? [event.id] : [])))
  const state = (item: Outgoing<CarriedByNote>) => {
    if (item.state !== 'failed')
      return <Mark icon="clock" text={online ? words.thread.sending : words.thread.waiting} />
    return (
      <>
        <Mark icon="warning" text={`${words.thread.notSent}: ${words.refused[item.code]}`} tone="danger" />
        <button type="button" class="link" onClick={() => notes.retry(item.id)}>
          {words.thread.retry}
        </button>
        <button type="button" class="link" onClick={() => notes.discard(item.id)}>
          {words.thread.discard}
        </button>
      </>
    )
  }
  return notes.items.value
    .filter(({ id }) => !here.has(id))
    .map((item) => (
      <div key={item.id} class="note">
        <p class="meta">
          <span>{words.composing.noteBy(desk.me.value.name)}</span>
          {state(item)}
        </p>
        <Words text={item.text} people={desk.team.value} />
      </div>
    ))
}

function Words({ text, people }: { text: string; people: readonly AgentCard[] }) {
  return (
    <p dir="auto">
      {notePieces(text, people).map((piece, at) =>
        piece.member === null ? (
          <Text key={at} text={piece.text} />
        ) : (
          <b key={at} class="called">
            {piece.text}
          </b>
        ),
      )}
    </p>
  )
}
