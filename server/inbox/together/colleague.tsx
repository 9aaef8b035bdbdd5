import type { Colleague } from '../../protocol/colleague.ts'
import { useScreen } from '../desk-screen.ts'
import { usePage, useWords } from '../page.ts'
import { Avatar } from '../parts/avatar.tsx'
import { Icon } from '../parts/icon.tsx'
import { MenuItem } from '../parts/menu.tsx'

/** A colleague's face with whether they are there (D-4). */
export function ColleagueFace({ colleague: { id, name, presence } }: { colleague: Colleague }) {
  return <Avatar id={id} name={name} size="s" online={presence === 'online'} away={presence === 'away'} />
}

/** The same in a word. */
export function HowThere({ colleague: { presence } }: { colleague: Colleague }) {
  const { together } = useWords()
  return <span class={presence === 'online' ? 'text-2' : 'text-3'}>{together[presence]}</span>
}

/** D-4: the own switch, in the account's menu. */
export function AwaySwitch() {
  const { together } = useWords()
  const page = usePage()
  const { desk } = useScreen()
  const away = desk.away.value
  const choose = (wanted: boolean) => () => {
    if (wanted !== away) void desk.done(desk.link.ask('away.set', { away: wanted }))
  }
  // Without a connection nobody is told; the menu says so by greying it.
  const why = desk.link.state.value === 'online' ? null : page.words.value.refused.unavailable
  return (
    <>
      {([false, true] as const).map((wanted) => (
        <MenuItem
          key={String(wanted)}
          checked={wanted === away}
          why={why}
          icon={<span class={`dot ${wanted ? 'gone' : 'ok'}`} />}
          hint={wanted ? together.awayText : together.availableText}
          end={wanted === away && <Icon name="check" small />}
          onPick={choose(wanted)}
        >
          {wanted ? together.setAway : together.available}
        </MenuItem>
      ))}
      <hr />
    </>
  )
}
