import type { TicketRow } from '../../protocol/ticket.ts'
import { useScreen } from '../desk-screen.ts'
import { useWords } from '../page.ts'
import { Avatar, firstName } from '../parts/avatar.tsx'
import { Icon } from '../parts/icon.tsx'
import { Picker } from '../parts/picker.tsx'
import { useAssigning } from '../working/assignees.tsx'

/** D-4, by hand: to me, a colleague, a team or nobody. */
export function AssignMenu({ row }: { row: TicketRow }) {
  const words = useWords()
  const screen = useScreen()
  const { head } = words
  const { assignee, team } = row
  const { groups, onPick } = useAssigning(row)
  const mine = assignee?.id === screen.desk.me.value.id
  const first = assignee ? (mine ? head.me : firstName(assignee.name)) : (team?.name ?? head.assign)
  return (
    <Picker
      kind="button line assign"
      label={assignee ? head.assignedTo(assignee.name) : team ? head.assignedTo(team.name) : head.assign}
      title={`${head.assignTo} (a)`}
      open={screen.assignOpen}
      groups={groups}
      onPick={onPick}
      button={
        <>
          {assignee ? (
            <Avatar id={assignee.id} name={assignee.name} size="s" />
          ) : (
            <Icon name={team ? 'team' : 'person'} small />
          )}
          <span class="wide-only cut">{first}</span>
          <Icon name="down" small />
        </>
      }
    />
  )
}
