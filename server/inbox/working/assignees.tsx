import type { Named, TicketRow } from '../../protocol/ticket.ts'
import { useScreen } from '../desk-screen.ts'
import { useWords } from '../page.ts'
import { Icon } from '../parts/icon.tsx'
import type { ChoiceGroup } from '../parts/picker.tsx'
import { ColleagueFace, HowThere } from '../together/colleague.tsx'

type To = { agent: Named } | { team: Named } | null

/** Whom a ticket can be given to (D-4): me first, colleagues, teams, nobody. `pick` says who was meant by a key. */
export function useAssignees(now: { agent: string | null; team: string | null } | null): {
  groups: ChoiceGroup[]
  pick(key: string): To
} {
  const { head, thread, working } = useWords()
  const { desk } = useScreen()
  const me = desk.me.value.id
  const everybody = desk.team.value
  const people = [...everybody.filter(({ id }) => id === me), ...everybody.filter(({ id }) => id !== me)]
  const teams = desk.filing.teams.value
  const groups: ChoiceGroup[] = [
    {
      caption: teams.length > 0 ? working.people : head.assignTo,
      choices: people.map((agent) => ({
        key: `agent ${agent.id}`,
        label: agent.name,
        icon: <ColleagueFace colleague={agent} />,
        end: agent.id === me ? thread.you : <HowThere colleague={agent} />,
        chosen: agent.id === now?.agent,
      })),
    },
    {
      caption: working.teams,
      choices: teams.map((team) => ({
        key: `team ${team.id}`,
        label: team.name,
        icon: <Icon name="team" small />,
        end: team.members.length,
        chosen: team.id === now?.team,
      })),
    },
    {
      choices: [
        {
          key: 'nobody',
          label: head.nobody,
          icon: <Icon name="nobody" small />,
          chosen: now !== null && now.agent === null && now.team === null,
        },
      ],
    },
  ]
  return {
    groups,
    pick(key) {
      const agent = people.find(({ id }) => key === `agent ${id}`)
      if (agent) return { agent }
      const team = teams.find(({ id }) => key === `team ${id}`)
      return team ? { team } : null
    },
  }
}

/** The same for one ticket: `onPick` gives it to whom was picked. */
export function useAssigning(row: TicketRow) {
  const screen = useScreen()
  const { groups, pick } = useAssignees({ agent: row.assignee?.id ?? null, team: row.team?.id ?? null })
  const onPick = (key: string) => {
    const to = pick(key)
    if (to === null) void screen.assign(row, null)
    else if ('team' in to) void screen.assignTeam(row, to.team)
    else if (to.agent.id !== row.assignee?.id) void screen.assign(row, to.agent)
  }
  return { groups, onPick }
}
