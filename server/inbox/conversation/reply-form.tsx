import { effect, type Signal, useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { createTyping } from '../../../widget/thread/typing.ts'
import { browserWorld } from '../../../widget/thread/world.ts'
import type { ChannelName } from '../../protocol/channel.ts'
import { quietAt } from '../../protocol/quiet-hours.ts'
import { isBlank } from '../../protocol/text.ts'
import { measureIn } from '../../protocol/text-room.ts'
import type { ReplyChannel, TicketRow } from '../../protocol/ticket.ts'
import { useScreen } from '../desk-screen.ts'
import { useWords } from '../page.ts'
import { MacroButton } from '../macros/macro-button.tsx'
import { useMacros } from '../macros/use-macros.ts'
import { firstName } from '../parts/avatar.tsx'
import { later } from '../parts/later.tsx'
import { AttachButton, PickedFiles } from './attach.tsx'
import { misfitOf } from './attached.ts'
import type { Conversation } from './conversation.ts'
import { CouponButton } from './coupon-button.tsx'
import { crossedBy, writtenSince } from './crossing.ts'
import { EmojiButton } from './emoji-button.tsx'
import { apart, Field, inserted } from './field.tsx'
import { answersTo, GoesBy } from './goes-by.tsx'
import { RoomHint } from './room-hint.tsx'
import { suggestAttributes } from './suggesting.ts'
import { CrossingWarning, NightWarning } from './warnings.tsx'
import { StillButton } from '../working/still-button.tsx'

const ReplyMacros = later(async () => (await import('../macros/reply-macros.tsx')).ReplyMacros)

type Props = {
  conversation: Conversation
  row: TicketRow
  way: ReplyChannel
  ways: readonly ReplyChannel[]
  now: number
  picked: Signal<ChannelName | null>
  /** Stands at the beginning of the first line. */
  children?: ComponentChildren
}

/** The answer with its tools: what is written here goes by `way`. */
export function ReplyForm({ conversation, row, way, ways, now, picked, children }: Props) {
  const words = useWords()
  const { desk, replyAsked } = useScreen()
  const field = useRef<HTMLTextAreaElement>(null)
  const form = useRef<HTMLFormElement>(null)
  const filesKnew = useRef(0)
  const draft = desk.drafts.of(row.id, 'reply')
  const typing = useMemo(() => createTyping(conversation.typing, browserWorld()), [conversation])
  /** What the agent was asked about before sending: asked once, and again when there is more to know. */
  const asked = useSignal('')
  /** Picked by hand holds; what only stood there while somebody began to write is let go when it was sent. */
  const byHand = useSignal(false)
  /** W-12: sent as “still working on it”. */
  const still = useSignal(false)
  const { composer, answering } = words
  const { channel } = way
  const { thread, attached, outbox } = conversation
  const me = desk.me.value.id
  const text = draft.text.value
  const rule = desk.ruleOf(channel)
  const customer = conversation.customer.value
  const wroteAt = thread.events.value.findLast((e) => e.type === 'message' && e.from === 'customer')?.at
  const night = quietAt(rule.quietHours, customer?.timeZone ?? null, wroteAt ?? null, now)
  const measured = measureIn(rule.text, text)
  const tooLong = measured.length > measured.most
  const files = attached.items.value
  /** Picking a file begins an answer too: until then nothing has been begun. */
  if (files.length === 0) filesKnew.current = thread.last.value
  const knew = text === '' ? filesKnew.current : draft.knew.value
  const crossing = crossedBy(thread.events.value, knew, me)
  const misfit = misfitOf(rule.files, files)
  const sending = attached.sending.value
  const empty = isBlank(text) && files.length === 0
  const name = firstName(row.customer.name)
  const reasons = [night ? 'night' : [], crossing.map(({ id }) => id)].flat().join(' ')
  const knowing = reasons !== '' && asked.value === reasons
  const macros = useMacros({ row, draft, field, insert })

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

  const focus = () => field.current?.focus()
  const write = (value: string) => {
    draft.write(value, thread.last.peek())
    // Whoever goes offline under half a sentence does not turn it into a mail.
    if (value !== '') picked.value ??= channel
    else if (!byHand.peek()) picked.value = null
    typing.stroke()
  }
  function insert(what: string) {
    if (field.current) write(inserted(field.current, what))
  }
  const insertApart = (what: string) => field.current && insert(apart(field.current, what))
  const sent = () => {
    draft.clear()
    still.value = false
    if (!byHand.peek()) picked.value = null
    typing.stop()
    focus()
  }
  const send = () => {
    if (empty || tooLong || misfit || sending) return
    if (macros.raw.length > 0) {
      asked.value = 'unfilled'
      return form.current?.querySelector<HTMLElement>('[data-lacking]')?.focus()
    }
    if (reasons !== '' && !knowing) {
      asked.value = reasons
      return
    }
    const carried = {
      channel,
      knew: crossing.at(-1)?.n ?? knew,
      written: draft.at.peek(),
      actions: draft.actions.peek(),
      ...(still.peek() && { still: true as const }),
    }
    if (files.length > 0) void attached.send(text, carried).then((taken) => taken && sent())
    else if (outbox.add(text, carried) === null) sent()
  }
  const pick = (to: ChannelName) => {
    picked.value = to
    byHand.value = true
    focus()
  }
  const take = (some: File[]) => {
    if (rule.files !== null) attached.add(some)
    return rule.files !== null
  }

  return (
    <>
      {night && <NightWarning time={night.time} name={name} asked={knowing} />}
      <CrossingWarning crossing={crossing} asked={knowing} onDiscard={draft.clear} />
      <form
        ref={form}
        class="composer"
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
        onDragOver={(event) => rule.files && event.preventDefault()}
        onDrop={(event) => {
          const dropped = [...(event.dataTransfer?.files ?? [])]
          if (dropped.length > 0 && take(dropped)) event.preventDefault()
        }}
      >
        <div class="top">
          {children}
          <GoesBy row={row} customer={customer} way={way} ways={ways} now={now} onPick={pick} />
        </div>
        <Field
          id="reply"
          field={field}
          label={composer.label}
          placeholder={composer.placeholder((channel === 'email' && answersTo(row, customer, channel)) || name)}
          value={text}
          describedBy={way.until === null ? 'reply-hint' : 'reply-left reply-hint'}
          invalid={tooLong}
          // What is on its way stays as it was sent.
          readOnly={sending}
          suggest={suggestAttributes('macros', macros.suggesting)}
          onCursor={macros.suggesting.look}
          onKey={(key) => macros.suggesting.press(key, macros.take)}
          onWrite={write}
          onSend={send}
          onBlur={() => {
            macros.suggesting.close()
            typing.stop()
          }}
          onFiles={take}
        />
        <ReplyMacros {...macros} draft={draft} asked={asked.value === 'unfilled'} onText={write} />
        <PickedFiles attached={attached} misfit={misfit} />
        <div class="tools">
          <EmojiButton onPick={insert} onClose={focus} />
          <MacroButton onAsk={macros.ask} />
          <CouponButton channel={channel} onInsert={insertApart} onClose={focus} />
          {rule.files && <AttachButton attached={attached} />}
          <span class="hint" id="reply-hint">
            <RoomHint measured={measured} row={row} news={writtenSince(thread.events.value, knew)} />
          </span>
          {row.waitingSince !== null && <StillButton on={still} />}
          <button type="submit" class="button solid" disabled={empty || tooLong || misfit !== null || sending}>
            {sending ? words.files.sending : knowing ? answering.sendAnyway : composer.send}
          </button>
        </div>
      </form>
    </>
  )
}
