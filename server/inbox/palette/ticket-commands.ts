import { snoozeOffers } from '../conversation/snooze-offers.ts'
import type { Command, Source } from './command.ts'

/** What can be done with the ticket that is meant: as its head and the keys do it. */
export const ticketCommands: Source = ({ page, screen, words, row }) => {
  if (row === null) return []
  const { head } = words
  const closed = row.status === 'closed'
  const of = `#${row.number} ${row.customer.name}`
  const command = (id: string, title: string, icon: Command['icon'], run: () => void, key?: string): Command => ({
    id,
    group: 'ticket',
    title,
    also: of,
    icon,
    run,
    ...(key !== undefined && { key }),
  })
  const now = page.clock.tick.value
  const me = screen.desk.me.value.id
  const given = screen.desk.team.value.filter(({ id }) => id !== row.assignee?.id)
  return [
    command('reply', words.keys.reply, 'send', () => screen.begin('reply', row), 'r'),
    command('note', words.composing.writeNote, 'note', () => screen.begin('note', row), 'n'),
    ...(closed ? [] : [command('close', head.done, 'check', () => void screen.close(row), 'e')]),
    ...(closed && row.mayReopen ? [command('reopen', head.reopen, 'retry', () => void screen.reopen(row))] : []),
    ...(closed
      ? []
      : snoozeOffers(now, page.moments.value.zone).map(({ kind, until }) =>
          command(
            `snooze.${kind}`,
            words.palette.snooze(head[kind], page.moments.value.until(until, now)),
            'clock',
            () => void screen.snooze(row, until),
          ),
        )),
    ...(row.status === 'snoozed' ? [command('wake', head.wake, 'clock', () => void screen.wake(row))] : []),
    ...given
      .toSorted((a, b) => Number(b.id === me) - Number(a.id === me))
      .map((agent) =>
        command(
          `assign.${agent.id}`,
          agent.id === me ? words.palette.assignMe : words.palette.assign(agent.name),
          'person',
          () => void screen.assign(row, agent),
        ),
      ),
    ...(row.assignee === null
      ? []
      : [command('unassign', words.palette.unassign, 'nobody', () => void screen.assign(row, null))]),
    ...(closed ? [] : [command('unread', head.unread, 'circle', () => void screen.markUnread(row), 'u')]),
  ]
}
