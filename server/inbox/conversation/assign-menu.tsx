import type { TicketRow } from '../../protocol/ticket.ts'
import { useScreen } from '../desk-screen.ts'
import { useWords } from '../page.ts'
import { Avatar, firstName } from '../parts/avatar.tsx'
import { Icon } from '../parts/icon.tsx'
import { ColleagueFace, HowThere } from '../together/colleague.tsx'
import { Menu, MenuItem } from '../parts/menu.tsx'

/** D-4, by hand: to me, a colleague or nobody. */
export function AssignMenu({ row }: { row: TicketRow }) {
  const words = useWords()
  const screen = useScreen()
  const { head } = words
  const me = screen.desk.me.value
  const team = screen.desk.team.value
  const myself = team.filter((agent) => agent.id === me.id)
  const others = team.filter((agent) => agent.id !== me.id)
  const { assignee } = row
  const first = assignee ? (assignee.id === me.id ? head.me : firstName(assignee.name)) : head.assign
  return (
    <Menu
      kind="button line assign"
      label={assignee ? head.assignedTo(assignee.name) : head.assign}
      title={`${head.assignTo} (a)`}
      open={screen.assignOpen}
      button={
        <>
          {assignee ? <Avatar id={assignee.id} name={assignee.name} size="s" /> : <Icon name="person" small />}
          <span class="wide-only cut">{first}</span>
          <Icon name="down" small />
        </>
      }
    >
      {(close) => {
        const pick = (agent: { id: string; name: string } | null) => () => {
          close()
          if (agent?.id !== assignee?.id) void screen.assign(row, agent)
        }
        return (
          <>
            <p class="caption" role="presentation">
              {head.assignTo}
            </p>
            {[...myself, ...others].map((agent) => (
              <MenuItem
                key={agent.id}
                checked={agent.id === assignee?.id}
                icon={<ColleagueFace colleague={agent} />}
                end={
                  agent.id === assignee?.id ? (
                    <Icon name="check" small />
                  ) : agent.id === me.id ? (
                    words.thread.you
                  ) : (
                    <HowThere colleague={agent} />
                  )
                }
                onPick={pick(agent)}
              >
                {agent.name}
              </MenuItem>
            ))}
            <hr />
            <MenuItem
              checked={assignee === null}
              icon={<Icon name="nobody" small />}
              end={assignee === null && <Icon name="check" small />}
              onPick={pick(null)}
            >
              {head.nobody}
            </MenuItem>
          </>
        )
      }}
    </Menu>
  )
}
