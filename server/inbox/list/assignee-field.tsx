import { useId } from 'preact/hooks'
import type { ListChoice } from '../../protocol/list-filter.ts'
import { useScreen } from '../desk-screen.ts'
import { useWords } from '../page.ts'

type Props = { choice: ListChoice; change: (part: Partial<ListChoice>) => void }

/** Whose tickets: anyone's, nobody's, mine, a colleague's, or a team's. */
export function AssigneeField({ choice, change }: Props) {
  const { filters } = useWords()
  const { desk } = useScreen()
  const id = useId()
  const { assignee } = choice
  const names = desk.filterNames.names.value
  const me = desk.me.value.id
  const value =
    assignee.kind === 'member' || assignee.kind === 'team' ? `${assignee.kind}:${assignee.id}` : assignee.kind
  return (
    <div class="field">
      <label for={id}>{filters.assignee}</label>
      <select
        id={id}
        class="select"
        value={value}
        onChange={(event) => change({ assignee: read(event.currentTarget.value) })}
      >
        <option value="anyone">{filters.anyone}</option>
        <option value="me">{filters.me}</option>
        <option value="nobody">{filters.nobody}</option>
        <Group label={filters.colleagues} kind="member" of={desk.team.value.filter((one) => one.id !== me)} />
        <Group label={filters.teams} kind="team" of={names?.teams ?? []} />
        <Group label={filters.former} kind="member" of={names?.former ?? []} />
      </select>
    </div>
  )
}

function Group({ label, kind, of }: { label: string; kind: string; of: readonly { id: string; name: string }[] }) {
  if (of.length === 0) return null
  return (
    <optgroup label={label}>
      {of.map((one) => (
        <option key={one.id} value={`${kind}:${one.id}`}>
          {one.name}
        </option>
      ))}
    </optgroup>
  )
}

function read(value: string): ListChoice['assignee'] {
  const [kind, id] = value.split(':')
  if (id !== undefined && (kind === 'member' || kind === 'team')) return { kind, id }
  return { kind: kind === 'me' || kind === 'nobody' ? kind : 'anyone' }
}
