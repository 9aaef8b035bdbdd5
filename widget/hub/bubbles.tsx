import type { Delivery, Entry, Group } from '../thread/layout.ts'
import { couponParts } from '../thread/coupon.ts'
import { isEmojiOnly, Text } from '../thread/text.tsx'
import type { Chat } from './chat.ts'
import type { Hub } from './hub.ts'
import { Icon } from './icon.tsx'
import type { FilesProps } from './later/files.tsx'
import { later, live } from './live.ts'
import { say } from './voice.ts'

type Props = { hub: Hub; chat: Chat }

/** By their names, until what shows them is here. */
const Files = later<FilesProps>(
  async () => (await import('./later/files.tsx')).Files,
  ({ files }) => <p class="bubble">{files.map(({ name }) => name).join(', ')}</p>,
)

/** W-5: what was said, oldest first, the shopper's own words at the end of the line. */
export function Bubbles({ hub, chat, entries }: Props & { entries: readonly Entry[] }) {
  const { words, voice } = hub
  return entries.map((entry) => {
    switch (entry.kind) {
      case 'day':
        return (
          <div key={entry.key} class="day">
            {voice.day(entry.at)}
          </div>
        )
      case 'automatic':
        return (
          <div key={entry.key} class="auto">
            <small>{words.automatic}</small>
            <p dir="auto">
              <Text text={entry.message.text} />
            </p>
          </div>
        )
      case 'status':
        return (
          entry.event.type === 'status' &&
          entry.event.status === 'closed' && (
            <small key={entry.key} class="line">
              {entry.event.by === 'customer' ? words.youEnded : words.ended}
            </small>
          )
        )
      case 'group':
        return <BubbleGroup key={entry.key} hub={hub} chat={chat} group={entry} />
      case 'new':
        return null
    }
  })
}

function BubbleGroup({ hub, chat, group }: Props & { group: Group }) {
  const { mine, name, channel, bubbles, delivery, at } = group
  return (
    <div class={`group ${mine ? 'own' : 'theirs'} ${delivery.state}`}>
      {!mine && <Avatar name={name} />}
      <div class="stack">
        {bubbles.map(({ id, text, files }) => [
          text && (
            <p key={id} class={isEmojiOnly(text) ? 'bubble large' : 'bubble'} dir="auto">
              {couponParts(text).map((part, at) =>
                at % 2 ? <Coupon key={at} code={part} copy={hub.words.copy} /> : <Text key={at} text={part} />,
              )}
            </p>
          ),
          files && (
            <Files
              key={`${id} files`}
              {...{ hub, chat, files }}
              message={id}
              problem={delivery.state === 'failed' ? delivery.code : null}
            />
          ),
        ])}
      </div>
      <small class="meta">
        {!mine && <bdi>{name}</bdi>}
        {channel === 'email' && <span>{hub.words.byMail}</span>}
        {delivery.state === 'none' ? hub.voice.time(at) : <Mark {...{ hub, chat, delivery }} id={group.key} />}
      </small>
    </div>
  )
}

/** the code, to be copied. Where the browser does not let a page copy, a tap selects it whole. */
function Coupon({ code, copy }: { code: string; copy: string }) {
  return (
    <span class="coupon">
      {code}
      <button
        type="button"
        class="link"
        onClick={({ currentTarget: button }) =>
          void navigator.clipboard?.writeText(code).then(
            () => (button.textContent = '✓'),
            () => {},
          )
        }
      >
        {copy}
      </button>
    </span>
  )
}

type MarkProps = Props & { delivery: Exclude<Delivery, { state: 'none' }>; id: string }

/** W-13: on its way, sent, seen, or not sent and what can be done about it. */
const Mark = live<MarkProps>(({ hub, chat, delivery, id }) => {
  const { words, voice } = hub
  const { state } = delivery
  return (
    <>
      {(state === 'sent' || state === 'seen') && <Icon name={state} />}
      {state === 'pending'
        ? chat.state.value === 'online'
          ? words.sending
          : words.waiting
        : state === 'failed'
          ? delivery.code === 'chat_off'
            ? words.chatOff
            : words.failed
          : say(words[state], { time: voice.time(delivery.at) })}
      {state === 'failed' && (
        <>
          <button type="button" class="link" onClick={() => chat.outbox.retry(id)}>
            {words.retry}
          </button>
          <button type="button" class="link" onClick={() => chat.discard(id)}>
            {words.discard}
          </button>
        </>
      )}
    </>
  )
})

/** An initial on a colour that stays the same for a name. */
export function Avatar({ name }: { name: string | null }) {
  const letter = String.fromCodePoint(name?.codePointAt(0) ?? 32)
  return (
    <span
      class="avatar"
      style={{ '--ch-hue': (letter.charCodeAt(0) * 47 + (name?.length ?? 0) * 85) % 360 }}
      aria-hidden="true"
    >
      {letter}
    </span>
  )
}
