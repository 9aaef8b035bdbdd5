import type { ThreadMessage } from '../../protocol/thread.ts'
import { useWords } from '../page.ts'
import { Avatar } from '../parts/avatar.tsx'
import { Icon } from '../parts/icon.tsx'

/** the hour where the customer is. `asked`: sending was tried, and waits for a second word. */
export function NightWarning({ time, name, asked }: { time: string; name: string; asked: boolean }) {
  const { answering } = useWords()
  return (
    <p class="banner warn night">
      <Icon name="moon" small />
      <span>
        {answering.night(time, name)} <span role="alert">{asked && answering.nightAgain(answering.sendAnyway)}</span>
      </span>
    </p>
  )
}

type Crossing = { crossing: readonly ThreadMessage[]; asked: boolean; onDiscard: () => void }

/** who answered what while this was written; nothing goes over it without a second word. */
export function CrossingWarning({ crossing, asked, onDiscard }: Crossing) {
  const { answering, composing } = useWords()
  const last = crossing.at(-1)
  if (!last) return null
  const names = [...new Set(crossing.map(({ name }) => name ?? ''))]
  return (
    <div class="banner warn crossing">
      <Avatar id={last.by ?? ''} name={last.name ?? ''} size="s" />
      <div>
        <p role="status">
          {composing.crossed(names.join(', '), names.length)} <q class="clipped">{last.text}</q>
        </p>
        <p role="alert">{asked && composing.crossedAsk(answering.sendAnyway)}</p>
      </div>
      {asked && (
        <button type="button" class="link" onClick={onDiscard}>
          {composing.discardMine}
        </button>
      )}
    </div>
  )
}
