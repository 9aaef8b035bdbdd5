import type { Command, Source } from './command.ts'

/** Where the ticket that is meant belongs: its team, its priority (S-11), Spam (S-8). */
export const filingCommands: Source = ({ screen, words, row }) => {
  if (row === null) return []
  const { working, palette } = words
  const command = (id: string, title: string, icon: Command['icon'], run: () => void, key?: string): Command => ({
    id,
    group: 'ticket',
    title,
    also: `#${row.number} ${row.customer.name}`,
    icon,
    run,
    ...(key !== undefined && { key }),
  })
  const high = row.priority === 'high'
  return [
    command('tags', working.changeTags, 'tag', () => screen.begin('tags', row), 't'),
    command(
      'priority',
      high ? working.makeNormal : working.makeHigh,
      'flag',
      () => void screen.prioritise(row, high ? 'normal' : 'high'),
    ),
    ...screen.desk.filing.teams.value
      .filter(({ id }) => id !== row.team?.id)
      .map((team) =>
        command(`team.${team.id}`, palette.assign(team.name), 'team', () => void screen.assignTeam(row, team)),
      ),
    command('spam', row.spam ? working.notSpam : working.markSpam, 'spam', () => void screen.markSpam(row, !row.spam)),
  ]
}
