import { effect, useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { createTyping } from '../../../widget/thread/typing.ts'
import { browserWorld } from '../../../widget/thread/world.ts'
import { limits } from '../../protocol/limits.ts'
import { isBlank, points } from '../../protocol/text.ts'
import type { AgentCard, TicketRow } from '../../protocol/ticket.ts'
import { useScreen } from '../desk-screen.ts'
import { useWords } from '../page.ts'
import { Avatar } from '../parts/avatar.tsx'
import { Icon } from '../parts/icon.tsx'
import type { Conversation } from './conversation.ts'
import { EmojiButton } from './emoji-button.tsx'
import { Field, inserted } from './field.tsx'
import { calledIn, suggested } from './mentions.ts'
import type { Sought } from './sought.ts'
import { createSuggesting, suggestAttributes } from './suggesting.ts'
import { SuggestList } from './suggest-list.tsx'

/** Stands at the beginning of the first line. */
type Props = { conversation: Conversation; row: TicketRow; children?: ComponentChildren }

/** what is written here only the team sees; @ calls a colleague. */
export function NoteForm({ conversation, row, children }: Props) {
  const { composing, composer } = useWords()
  const { desk, noteAsked } = useScreen()
  const field = useRef<HTMLTextAreaElement>(null)
  const draft = desk.drafts.of(row.id, 'note')
  const picked = useMemo(() => new Set<string>(), [])
  const typing = useMemo(() => createTyping((on) => conversation.typing(on, 'note'), browserWorld()), [conversation])
  /** Files were given, and files do not go with notes. */
  const noFiles = useSignal(false)
  const { notes, thread } = conversation
  const suggesting = useMemo(
    () =>
      createSuggesting('@', (query) => {
        const { id: me } = desk.me.peek()
        return suggested(desk.team.value, query).filter(({ id }) => id !== me)
      }),
    [desk],
  )
  const text = draft.text.value
  const over = points(text) - limits.textPoints
  const empty = isBlank(text)

  useEffect(() => typing.stop, [typing])
  useEffect(
    () =>
      effect(() => {
        if (noteAsked.value !== row.id) return
        noteAsked.value = null
        field.current?.focus()
      }),
    [noteAsked, row.id],
  )

  const focus = () => field.current?.focus()
  const write = (value: string) => {
    noFiles.value = false
    draft.write(value, thread.last.peek())
    typing.stroke()
  }
  const insert = (what: string) => field.current && write(inserted(field.current, what))
  const call = ({ id, name }: AgentCard, { from, to }: Sought) => {
    picked.add(id)
    field.current?.setSelectionRange(from, to)
    insert(`@${name} `)
    focus()
  }
  const send = () => {
    if (empty || over > 0) return
    const mentions = calledIn(text, desk.team.peek(), picked)
    if (notes.add(text, { mentions, written: draft.at.peek() }) !== null) return
    draft.clear()
    picked.clear()
    typing.stop()
    focus()
  }
  const refuse = () => {
    noFiles.value = true
    return true
  }

  return (
    <form
      class="composer is-note"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        if ((event.dataTransfer?.files.length ?? 0) === 0) return
        event.preventDefault()
        refuse()
      }}
    >
      <div class="top">
        {children}
        <span class="goes">
          <Icon name="lock" small />
          <span class="cut">{composing.onlyTeam}</span>
        </span>
      </div>
      <Field
        id="note"
        field={field}
        label={composing.note}
        placeholder={composing.notePlaceholder}
        value={text}
        describedBy="note-hint"
        invalid={over > 0}
        suggest={suggestAttributes('colleagues', suggesting)}
        onCursor={suggesting.look}
        onKey={(key) => suggesting.press(key, call)}
        onWrite={write}
        onSend={send}
        onBlur={() => {
          suggesting.close()
          typing.stop()
        }}
        onFiles={refuse}
      />
      <SuggestList
        id="colleagues"
        label={composing.colleagues}
        suggesting={suggesting}
        take={call}
        keyOf={({ id }) => id}
        draw={({ id, name }) => (
          <>
            <Avatar id={id} name={name} size="s" />
            <span class="cut">{name}</span>
          </>
        )}
      />
      <div class="tools">
        <EmojiButton onPick={insert} onClose={focus} />
        <span class="hint" id="note-hint">
          <span class="error" role="alert">
            {noFiles.value ? composing.noFilesWithNotes : over > 0 && composer.tooMuch(over)}
          </span>
        </span>
        <button type="submit" class="button solid" disabled={empty || over > 0}>
          {composing.addNote}
        </button>
      </div>
    </form>
  )
}
