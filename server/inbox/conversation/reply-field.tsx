import { effect, type Signal, useSignal, useSignalEffect } from '@preact/signals'
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import type { EmojiPicker } from '../../../widget/thread/emoji.tsx'
import { createTyping } from '../../../widget/thread/typing.ts'
import { browserWorld } from '../../../widget/thread/world.ts'
import type { ChannelName } from '../../protocol/channel.ts'
import { quietAt } from '../../protocol/quiet-hours.ts'
import { isBlank } from '../../protocol/text.ts'
import { measureIn } from '../../protocol/text-room.ts'
import type { ReplyChannel, TicketRow } from '../../protocol/ticket.ts'
import { useScreen } from '../desk-screen.ts'
import { usePage, useWords } from '../page.ts'
import { firstName } from '../parts/avatar.tsx'
import { Icon } from '../parts/icon.tsx'
import { AttachButton, PickedFiles } from './attach.tsx'
import { misfitOf } from './attached.ts'
import type { Conversation } from './conversation.ts'
import { createDrafts } from './drafts.ts'
import { answersTo, GoesBy } from './goes-by.tsx'
import { RoomHint } from './room-hint.tsx'

type Props = {
  conversation: Conversation
  row: TicketRow
  way: ReplyChannel
  ways: readonly ReplyChannel[]
  now: number
  picked: Signal<ChannelName | null>
}

/** The field with its tools: what is written here goes by `way`. */
export function ReplyField({ conversation, row, way, ways, now, picked }: Props) {
  const words = useWords()
  const page = usePage()
  const { desk, replyAsked } = useScreen()
  const field = useRef<HTMLTextAreaElement>(null)
  const drafts = useMemo(() => createDrafts(page.storage, desk.me.peek().id), [page.storage, desk])
  const typing = useMemo(() => createTyping(conversation.typing, browserWorld()), [conversation])
  const text = useSignal(drafts.read(row.id))
  const Picker = useSignal<typeof EmojiPicker | null>(null)
  /** the agent was told of the hour, and sends all the same. */
  const knowing = useSignal(false)
  /** Picked by hand holds; what only stood there while somebody began to write is let go when it was sent. */
  const byHand = useSignal(false)
  const { composer, answering } = words
  const { channel } = way
  const rule = desk.ruleOf(channel)
  const customer = conversation.customer.value
  const wroteAt = conversation.thread.events.value.findLast((e) => e.type === 'message' && e.from === 'customer')?.at
  const night = quietAt(rule.quietHours, customer?.timeZone ?? null, wroteAt ?? null, now)
  const measured = measureIn(rule.text, text.value)
  const tooLong = measured.length > measured.most
  const { attached } = conversation
  const files = attached.items.value
  const misfit = misfitOf(rule.files, files)
  const sending = attached.sending.value
  // In a drawer an answer by mail stands with its words.
  const empty = isBlank(text.value) && (files.length === 0 || row.channel === 'web_chat')
  const name = firstName(row.customer.name)

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

  const write = (value: string) => {
    text.value = value
    // Whoever goes offline under half a sentence does not turn it into a mail.
    if (value !== '') picked.value ??= channel
    else if (!byHand.peek()) picked.value = null
    typing.stroke()
  }
  const send = () => {
    if (empty || tooLong || misfit || sending) return
    if (night && !knowing.peek()) {
      knowing.value = true
      return
    }
    if (files.length > 0) {
      void attached.send(text.peek(), channel).then((taken) => taken && sent())
      return
    }
    if (conversation.outbox.add(text.peek(), channel) === null) sent()
  }
  const sent = () => {
    text.value = ''
    if (!byHand.peek()) picked.value = null
    Picker.value = null
    typing.stop()
    field.current?.focus()
  }
  const insert = (emoji: string) => {
    const area = field.current
    if (!area) return
    area.setRangeText(emoji, area.selectionStart, area.selectionEnd, 'end')
    write(area.value)
  }
  const openPicker = async () => {
    Picker.value = (await import('../../../widget/thread/emoji.tsx')).EmojiPicker
  }
  const closePicker = () => {
    Picker.value = null
    field.current?.focus()
  }
  const pick = (to: ChannelName) => {
    picked.value = to
    byHand.value = true
    field.current?.focus()
  }

  return (
    <>
      {night && (
        <p class="banner warn night">
          <Icon name="moon" small />
          <span>
            {answering.night(night.time, name)}{' '}
            <span role="alert">{knowing.value && answering.nightAgain(answering.sendAnyway)}</span>
          </span>
        </p>
      )}
      <form
        class="composer"
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
        onDragOver={(event) => rule.files && event.preventDefault()}
        onDrop={(event) => {
          const dropped = [...(event.dataTransfer?.files ?? [])]
          if (rule.files === null || dropped.length === 0) return
          event.preventDefault()
          attached.add(dropped)
        }}
      >
        <GoesBy row={row} customer={customer} way={way} ways={ways} now={now} onPick={pick} />
        <textarea
          id="reply"
          ref={field}
          rows={1}
          dir="auto"
          value={text.value}
          aria-label={composer.label}
          aria-describedby={way.until === null ? 'reply-hint' : 'reply-left reply-hint'}
          aria-invalid={tooLong}
          placeholder={composer.placeholder((channel === 'email' && answersTo(row, customer, channel)) || name)}
          // What is on its way stays as it was sent.
          readOnly={sending}
          onPaste={(event) => {
            const pasted = [...(event.clipboardData?.files ?? [])]
            if (rule.files === null || pasted.length === 0) return
            event.preventDefault()
            attached.add(pasted)
          }}
          onInput={(event) => write(event.currentTarget.value)}
          onBlur={() => typing.stop()}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return
            event.preventDefault()
            send()
          }}
        />
        <PickedFiles attached={attached} misfit={misfit} />
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
          {rule.files && <AttachButton attached={attached} />}
          <span class="hint" id="reply-hint">
            <RoomHint measured={measured} row={row} />
          </span>
          <button type="submit" class="button solid" disabled={empty || tooLong || misfit !== null || sending}>
            {sending ? words.files.sending : night && knowing.value ? answering.sendAnyway : composer.send}
          </button>
        </div>
      </form>
    </>
  )
}
