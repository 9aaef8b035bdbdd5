import './together.css'
import { computed } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import type { Attending } from '../../protocol/attendance.ts'
import { useScreen } from '../desk-screen.ts'
import { useWords } from '../page.ts'
import { Avatar, firstName } from '../parts/avatar.tsx'
import { Icon } from '../parts/icon.tsx'

type There = { id: string; name: string; doing: Attending['doing'] }

/** Colleagues who are at a ticket now; a row is drawn again only when it is about this one. */
function useThere(ticket: string): readonly There[] {
  const { desk } = useScreen()
  const found = useMemo(() => computed(() => desk.attendance.tickets.value.get(ticket)), [desk, ticket]).value
  if (!found) return []
  const me = desk.me.value.id
  return found.flatMap(({ id, doing }) => {
    const name = desk.team.value.find((one) => one.id === id)?.name
    return id === me || name === undefined ? [] : [{ id, name, doing }]
  })
}

function useSaid() {
  const { together } = useWords()
  return ({ name, doing }: There) => together[doing](name)
}

/** R-14 in the list: small faces at the end of a row, which stays as high as every other. */
export function AtRow({ ticket }: { ticket: string }) {
  const there = useThere(ticket)
  const said = useSaid()
  if (there.length === 0) return null
  const most = 2
  const shown = there.length > most + 1 ? there.slice(0, most) : there
  return (
    <span class="at-row" title={there.map(said).join('\n')}>
      {there.some(({ doing }) => doing !== 'viewing') && <Icon name="pencil" small />}
      <span class="faces">
        {shown.map(({ id, name }) => (
          <Avatar key={id} id={id} name={name} size="s" />
        ))}
        {there.length > shown.length && <span class="avatar s others">+{there.length - shown.length}</span>}
      </span>
      <span class="hidden-text">, {there.map(said).join(', ')}</span>
    </span>
  )
}

/** R-14 in the head of the conversation: faces with names, and who of them writes. */
export function AtHead({ ticket }: { ticket: string }) {
  const { together } = useWords()
  const there = useThere(ticket)
  const said = useSaid()
  const most = 3
  const shown = there.length > most ? there.slice(0, most - 1) : there
  const rest = there.slice(shown.length)
  return (
    <ul class="at-head" aria-label={together.here} hidden={there.length === 0}>
      {shown.map((one) => (
        <li key={one.id} class={one.doing} title={said(one)}>
          <Avatar id={one.id} name={one.name} size="s" />
          <span class="cut" aria-hidden="true">
            {firstName(one.name)}
          </span>
          {one.doing !== 'viewing' && <Icon name={one.doing === 'note' ? 'note' : 'pencil'} small />}
          <span class="hidden-text">{said(one)}</span>
        </li>
      ))}
      {rest.length > 0 && (
        <li class="rest" title={rest.map(said).join('\n')}>
          <span aria-hidden="true">+{rest.length}</span>
          <span class="hidden-text">{rest.map(said).join(', ')}</span>
        </li>
      )}
    </ul>
  )
}
