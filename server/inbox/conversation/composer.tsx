import './composer.css'
import { effect, useComputed, useSignal, useSignalEffect } from '@preact/signals'
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import type { EmojiPicker } from '../../../widget/thread/emoji.tsx'
import { createTyping } from '../../../widget/thread/typing.ts'
import { browserWorld } from '../../../widget/thread/world.ts'
import { limits } from '../../protocol/limits.ts'
import { isBlank, points } from '../../protocol/text.ts'
import type { TicketRow } from '../../protocol/ticket.ts'
import { useScreen } from '../desk-screen.ts'
import { usePage, useWords } from '../page.ts'
import { Avatar, firstName } from '../parts/avatar.tsx'
import { ChannelIcon, Icon } from '../parts/icon.tsx'
import type { Conversation } from './conversation.ts'
import { createDrafts } from './drafts.ts'
import { noReply } from './may-reply.ts'
import { WhyNot } from './why-not.tsx'

const warnBelow = 500

/** where the answer is written, with where it goes; or why there can be none, with the way out. */
export function Composer({ conversation, row }: { conversation: Conversation; row: TicketRow }) {
  const why = noReply(row)
  return (
    <div class="dock">
      {why ? (
        <WhyNot why={why} row={row} />
      ) : (
        <>
          <Colleagues conversation={conversation} />
          <Field conversation={conversation} row={row} />
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

function Field({ conversation, row }: { conversation: Conversation; row: TicketRow }) {
  const words = useWords()
  const page = usePage()
  const { desk, replyAsked } = useScreen()
  const field = useRef<HTMLTextAreaElement>(null)
  const drafts = useMemo(() => createDrafts(page.storage, desk.me.peek().id), [page.storage, desk])
  const typing = useMemo(() => createTyping(conversation.typing, browserWorld()), [conversation])
  const text = useSignal(drafts.read(row.id))
  const Picker = useSignal<typeof EmojiPicker | null>(null)
  const left = useComputed(() => limits.textPoints - points(text.value))
  const { composer } = words

  useEffect(() => typing.stop, [typing])
  useEffect(
    () =>
      effect(() => {
        if (replyAsked.value !== row.id) return
        replyAsked.value = null
        field.current?.focus()
      }),
    [replyAsked, row.id],
  )
  useSignalEffect(() => drafts.write(row.id, text.value))
  useLayoutEffect(() => {
    const area = field.current
    if (!area) return
    area.style.height = 'auto'
    area.style.height = `${area.scrollHeight}px`
  }, [text.value])

  const send = () => {
    if (conversation.outbox.add(text.peek()) !== null) return
    text.value = ''
    Picker.value = null
    typing.stop()
    field.current?.focus()
  }
  const insert = (emoji: string) => {
    const area = field.current
    if (!area) return
    area.setRangeText(emoji, area.selectionStart, area.selectionEnd, 'end')
    text.value = area.value
    typing.stroke()
  }
  const openPicker = async () => {
    Picker.value = (await import('../../../widget/thread/emoji.tsx')).EmojiPicker
  }
  const closePicker = () => {
    Picker.value = null
    field.current?.focus()
  }
  const empty = isBlank(text.value)
  const { online } = row.customer
  const name = firstName(row.customer.name)
  const until = row.snoozedUntil === null ? null : page.moments.value.until(row.snoozedUntil, page.clock.tick.value)

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <p class="goes">
        <ChannelIcon channel={row.channel} name={composer.via(words.channel[row.channel])} />
        <b aria-hidden="true">{words.channel[row.channel]}</b>
        <span class="cut">
          <span class={`dot ${online ? 'ok' : 'away'}`} />
          {online ? composer.isOnline(name) : composer.isOffline(name)}
        </span>
      </p>
      <textarea
        id="reply"
        ref={field}
        rows={1}
        dir="auto"
        value={text.value}
        aria-label={composer.label}
        aria-describedby="reply-hint"
        aria-invalid={left.value < 0}
        placeholder={composer.placeholder(name)}
        onInput={(event) => {
          text.value = event.currentTarget.value
          typing.stroke()
        }}
        onBlur={() => typing.stop()}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return
          event.preventDefault()
          send()
        }}
      />
      {Picker.value && <Picker.value label={composer.emojiPick} pick={insert} close={closePicker} />}
      <div class="tools">
        <button
          type="button"
          class="button icon-only"
          aria-label={composer.emoji}
          title={composer.emoji}
          aria-expanded={Picker.value !== null}
          onClick={() => (Picker.value ? closePicker() : void openPicker())}
        >
          <Icon name="smile" />
        </button>
        <span class="hint" id="reply-hint">
          {left.value < 0 ? (
            <span class="error">{composer.tooMuch(-left.value)}</span>
          ) : left.value < warnBelow ? (
            composer.left(left.value)
          ) : until ? (
            composer.snoozed(until)
          ) : (
            <span class="wide-only">{composer.hint}</span>
          )}
        </span>
        <button type="submit" class="button solid" disabled={empty || left.value < 0}>
          {composer.send}
        </button>
      </div>
    </form>
  )
}
