import { priorities } from '../../protocol/priority.ts'
import type { TicketDetails } from '../../protocol/details.ts'
import type { TicketRow } from '../../protocol/ticket.ts'
import { useScreen } from '../desk-screen.ts'
import { usePage, useWords } from '../page.ts'
import { Avatar } from '../parts/avatar.tsx'
import { channelIcon, Icon } from '../parts/icon.tsx'
import { Menu, MenuItem } from '../parts/menu.tsx'
import { Picker } from '../parts/picker.tsx'
import { useAssigning } from '../working/assignees.tsx'
import { TicketTags } from '../working/ticket-tags.tsx'
import { Linked } from './linked.tsx'

/** D-1: the ticket; what agents decide of it is changed where it stands. */
export function TicketFacts({ row, linked }: { row: TicketRow; linked: TicketDetails['linked'] }) {
  const words = useWords()
  const { moments, clock } = usePage()
  const { details, working } = words
  const until = row.snoozedUntil === null ? '' : moments.value.until(row.snoozedUntil, clock.tick.value)
  return (
    <section aria-label={details.ticket}>
      <h3>{details.ticket}</h3>
      <dl>
        <div>
          <dt>{details.number}</dt>
          <dd class="digits">{row.number}</dd>
        </div>
        <div>
          <dt>{details.status}</dt>
          <dd>
            {row.spam ? (
              <span class="chip danger">
                <Icon name="spam" />
                {working.spam}
              </span>
            ) : row.status === 'snoozed' ? (
              <span class="chip snooze">
                <Icon name="clock" />
                {words.list.until(until)}
              </span>
            ) : row.status === 'closed' ? (
              <span class="chip ok">
                <Icon name="check" />
                {words.status.closed}
              </span>
            ) : (
              words.status.open
            )}
          </dd>
        </div>
        <div>
          <dt>{details.assignee}</dt>
          <dd>
            <Assignee row={row} />
          </dd>
        </div>
        <div>
          <dt>{working.team}</dt>
          <dd>
            <TeamOf row={row} />
          </dd>
        </div>
        <div>
          <dt>{working.priority}</dt>
          <dd>
            <PriorityOf row={row} />
          </dd>
        </div>
        <div>
          <dt>{working.tags}</dt>
          <dd class="open-fact">
            <TicketTags row={row} />
          </dd>
        </div>
        <div>
          <dt>{details.channel}</dt>
          <dd>
            <Icon name={channelIcon[row.channel]} small />
            {words.channel[row.channel]}
          </dd>
        </div>
        <div>
          <dt>{details.created}</dt>
          <dd class="digits">{moments.value.full(row.createdAt)}</dd>
        </div>
        {row.closedAt !== null && (
          <div>
            <dt>{details.closed}</dt>
            <dd class="digits">{moments.value.full(row.closedAt)}</dd>
          </div>
        )}
        <Linked of={row.id} tickets={linked} />
      </dl>
    </section>
  )
}

function Assignee({ row }: { row: TicketRow }) {
  const { details, head } = useWords()
  const { assignee } = row
  const { groups, onPick } = useAssigning(row)
  return (
    <Picker
      kind="button fact-button"
      label={`${details.assignee}: ${assignee?.name ?? details.nobody}`}
      title={head.assignTo}
      groups={groups}
      onPick={onPick}
      button={
        <>
          {assignee && <Avatar id={assignee.id} name={assignee.name} size="s" />}
          <span class={assignee ? 'cut' : 'cut text-3'}>{assignee?.name ?? details.nobody}</span>
          <Icon name="down" small />
        </>
      }
    />
  )
}

function TeamOf({ row }: { row: TicketRow }) {
  const { working } = useWords()
  const screen = useScreen()
  const teams = screen.desk.filing.teams.value
  const { team } = row
  if (teams.length === 0 && team === null) return <span class="text-3">{working.noTeam}</span>
  return (
    <Picker
      kind="button fact-button"
      label={`${working.team}: ${team?.name ?? working.noTeam}`}
      title={working.team}
      groups={[
        { choices: teams.map(({ id, name }) => ({ key: id, label: name, chosen: id === team?.id })) },
        { choices: [{ key: 'none', label: working.noTeam, chosen: team === null }] },
      ]}
      onPick={(key) => {
        const to = teams.find(({ id }) => id === key) ?? null
        if (to?.id !== team?.id) void screen.assignTeam(row, to)
      }}
      button={
        <>
          <span class={team ? 'cut' : 'cut text-3'}>{team?.name ?? working.noTeam}</span>
          <Icon name="down" small />
        </>
      }
    />
  )
}

/** S-11 */
function PriorityOf({ row }: { row: TicketRow }) {
  const { working } = useWords()
  const screen = useScreen()
  return (
    <Menu
      kind="button fact-button"
      label={`${working.priority}: ${working[row.priority]}`}
      title={working.priority}
      button={
        <>
          {row.priority === 'high' && <Icon name="flag" small />}
          {working[row.priority]}
          <Icon name="down" small />
        </>
      }
    >
      {(close) =>
        priorities.map((priority) => (
          <MenuItem
            key={priority}
            checked={priority === row.priority}
            end={priority === row.priority && <Icon name="check" small />}
            onPick={() => {
              close()
              if (priority !== row.priority) void screen.prioritise(row, priority)
            }}
          >
            {working[priority]}
          </MenuItem>
        ))
      }
    </Menu>
  )
}
