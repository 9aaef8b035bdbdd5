import { usePage, useWords } from '../page.ts'
import { Icon } from '../parts/icon.tsx'
import { MenuItem } from '../parts/menu.tsx'
import { snoozeOffers } from './snooze-offers.ts'

/** S-1: the moments a menu offers, in the agent's own time zone. */
export function SnoozeItems({ onPick }: { onPick: (until: number) => void }) {
  const { head } = useWords()
  const { moments, clock } = usePage()
  const now = clock.now()
  return (
    <>
      <p class="caption" role="presentation">
        {head.snoozeUntil}
      </p>
      {snoozeOffers(now, moments.value.zone).map(({ kind, until }) => (
        <MenuItem
          key={kind}
          icon={<Icon name="clock" small />}
          end={<span class="digits">{moments.value.until(until, now)}</span>}
          onPick={() => onPick(until)}
        >
          {head[kind]}
        </MenuItem>
      ))}
    </>
  )
}
