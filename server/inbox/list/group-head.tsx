import { useScreen } from '../desk-screen.ts'
import { useWords } from '../page.ts'
import { ChannelIcon, Icon } from '../parts/icon.tsx'
import type { GroupHead } from './list-layout.ts'

/** Height of a head, in pixels: as in list-pane.css. */
export const groupHead = 36

/** S-5: the head of a channel's tickets; folded, nothing of them is read. */
export function GroupHeadView({ head, top }: { head: GroupHead; top: number }) {
  const words = useWords()
  const { desk } = useScreen()
  const { channel, folded } = head
  const name = words.channel[channel]
  return (
    <li class="group-head" style={{ transform: `translateY(${top}px)` }}>
      <button
        type="button"
        aria-expanded={!folded}
        aria-label={folded ? words.filters.unfold(name) : words.filters.fold(name)}
        onClick={() => {
          const others = desk.folded.peek().filter((one) => one !== channel)
          desk.folded.value = folded ? others : [...others, channel]
        }}
      >
        <Icon name={folded ? 'right' : 'down'} small flip={folded} />
        <ChannelIcon channel={channel} />
        {name}
      </button>
    </li>
  )
}
