import { DeliveryMark } from './delivery-mark.tsx'
import type { Entry, Group, Side } from './layout.ts'
import { isEmojiOnly, Text } from './text.tsx'
import type { ThreadVoice } from './words.ts'

export type BubblesProps = {
  entries: readonly Entry[]
  /** Whose screen this is: their own messages stand at the end of the line. */
  me: Side
  voice: ThreadVoice
  online: boolean
  retry: (id: string) => void
  discard: (id: string) => void
}

/** W-5: the thread, oldest first. Presentational: the scroller and its role=log belong to the page around it. */
export function Bubbles({ entries, me, voice, online, retry, discard }: BubblesProps) {
  return (
    <>
      {entries.map((entry) => {
        switch (entry.kind) {
          case 'day':
            return (
              <div key={entry.key} class="day">
                {voice.day(entry.at)}
              </div>
            )
          case 'new':
            return (
              <div key={entry.key} class="day new">
                {voice.words.newLine}
              </div>
            )
          case 'automatic':
            return (
              <div key={entry.key} class="auto">
                <small>{voice.words.automatic}</small>
                <div class="said" dir="auto">
                  <Text text={entry.message.text} />
                </div>
              </div>
            )
          case 'status': {
            const sentence = voice.status(entry.event)
            return (
              sentence && (
                <div key={entry.key} class="status">
                  {sentence}
                </div>
              )
            )
          }
          case 'group':
            return <BubbleGroup key={entry.key} {...{ group: entry, me, voice, online, retry, discard }} />
        }
      })}
    </>
  )
}

type GroupProps = Omit<BubblesProps, 'entries'> & { group: Group }

function BubbleGroup({ group, me, voice, online, retry, discard }: GroupProps) {
  const { mine, name, bubbles, delivery, key } = group
  // The customer's words bear no name on their own screen; colleagues want to know which of them wrote.
  const shownName = mine && me === 'customer' ? null : name
  return (
    <div class={`group ${mine ? 'own' : 'theirs'} ${delivery.state}`}>
      {!mine && <Avatar name={name ?? ''} />}
      <div class="stack">
        {bubbles.map((bubble) => (
          <div key={bubble.id} class={isEmojiOnly(bubble.text) ? 'bubble large' : 'bubble'} dir="auto">
            <Text text={bubble.text} />
          </div>
        ))}
      </div>
      <div class="meta">
        {shownName && <bdi>{shownName}</bdi>}
        {delivery.state === 'none' && <span>{voice.time(group.at)}</span>}
        <DeliveryMark {...{ delivery, voice, online }} retry={() => retry(key)} discard={() => discard(key)} />
      </div>
    </div>
  )
}

/** Initials on a colour that stays the same for a name. */
export function Avatar({ name }: { name: string }) {
  const words = name.trim().split(/\s+/)
  const initials = [words[0], words.length > 1 ? words.at(-1) : ''].map(firstLetter).join('')
  let hue = 0
  for (const char of name) hue = (hue * 31 + (char.codePointAt(0) ?? 0)) % 360
  return (
    <span class="avatar" style={{ '--hue': hue }} aria-hidden="true">
      {initials.toLocaleUpperCase()}
    </span>
  )
}

const firstLetter = (word: string | undefined) => String.fromCodePoint(word?.codePointAt(0) ?? 32).trim()

/** Three dots while the other side writes. Not announced: it would talk into everything else. */
export function TypingDots({ name }: { name: string | null }) {
  if (name === null) return null
  return (
    <div class="group theirs" aria-hidden="true">
      <Avatar name={name} />
      <div class="bubble dots">
        <i />
        <i />
        <i />
      </div>
    </div>
  )
}
