import type { StatusEvent } from '../../../widget/thread/layout.ts'
import type { TicketRow } from '../../protocol/ticket.ts'
import type { Moments } from '../moments.ts'
import { usePage, useWords } from '../page.ts'
import { firstName } from '../parts/avatar.tsx'
import { Icon, type IconName } from '../parts/icon.tsx'
import { reasonsText } from '../working/spam-reasons.ts'
import type { Words } from '../words/en.ts'

/** A note is no line: it stands across the thread. */
type Happened = Exclude<StatusEvent, { type: 'note' }>

/** What happened to the ticket and by whom, in one quiet line each. */
export function StatusLine({ event, row }: { event: Happened; row: TicketRow }) {
  const words = useWords()
  const { moments } = usePage()
  const { icon, text } = lineOf(event, firstName(row.customer.name), words, moments.value)
  return (
    <p class="status-line">
      <Icon name={icon} small />
      <span>
        {text}, <time class="digits">{moments.value.time(event.at)}</time>
      </span>
    </p>
  )
}

type Line = { icon: IconName; text: string }

function lineOf(event: Happened, customer: string, words: Words, moments: Moments): Line {
  const { thread, working } = words
  switch (event.type) {
    case 'assigned':
      return assigned(event, words)
    case 'tags':
      return { icon: 'tag', text: tagged(event, words) }
    case 'priority':
      if (event.rule !== undefined) return { icon: 'flag', text: words.given[event.priority](event.rule) }
      return { icon: 'flag', text: working.line[event.priority](event.name) }
    case 'spam':
      return { icon: 'spam', text: marked(event, words) }
    case 'clicked':
      return { icon: 'link', text: thread.clicked(customer, event.url) }
    case 'keyword':
      return { icon: 'info', text: thread.keyword[event.keyword](customer, event.text) }
    case 'blocked':
      return { icon: 'blocked', text: event.on ? thread.blocked(event.name) : thread.unblocked(event.name) }
    case 'moved':
      return { icon: 'link', text: working.line.moved[event.way](event.name, event.number) }
    case 'satisfaction':
      return { icon: 'smile', text: rated(event, customer, words) }
    case 'status': {
      if (event.status === 'snoozed') {
        const until = event.until === null ? '' : moments.until(event.until, event.at)
        return { icon: 'clock', text: thread.snoozedBy(event.name, until) }
      }
      const said = event.status === 'closed' ? thread.closedBy : thread.openedBy
      const icon = event.status === 'closed' ? 'done' : 'circle'
      if (event.by === 'agent') return { icon, text: said.agent(event.name) }
      return { icon, text: event.by === 'customer' ? said.customer(customer) : said.timer }
    }
  }
}

type Of<T extends StatusEvent['type']> = Extract<StatusEvent, { type: T }>

function rated({ score, comment }: Of<'satisfaction'>, customer: string, { satisfaction }: Words): string {
  const line = satisfaction.rated(customer, satisfaction.score[score - 1] ?? '')
  return comment === '' ? line : satisfaction.saying(line, comment)
}

function assigned({ to, name, team, left, why }: Of<'assigned'>, { thread, working, given }: Words): Line {
  if (why?.by === 'rule' && team) return { icon: 'team', text: given.team(team, why.rule) }
  if (why?.by === 'rule' && to) return { icon: 'person', text: given.rule(to, why.rule, why.away) }
  if (why?.by === 'round_robin' && to) return { icon: 'person', text: given.round(to, why.away) }
  if (team !== undefined) {
    const text = team === null ? working.line.noTeam(name) : working.line.team(name, team)
    return { icon: 'team', text }
  }
  if (left !== undefined) return { icon: 'nobody', text: working.line.left(left) }
  if (to === null) return { icon: 'nobody', text: thread.assignedNobody(name) }
  return { icon: 'person', text: name === to ? thread.tookIt(to) : thread.assignedTo(name, to) }
}

function marked({ on, name, why }: Of<'spam'>, { scanner, working: { line } }: Words): string {
  if (name !== null) return on ? line.spam(name) : line.notSpam(name)
  return on ? scanner.line(reasonsText(why ?? [], scanner)) : scanner.clean
}

function tagged({ added, removed, name, automatic }: Of<'tags'>, { scanner, working: { line } }: Words): string {
  if (automatic) return scanner.tagged(added.join(', '))
  const named = (tags: string[]) => line.tags(tags.length, tags.map((tag) => `“${tag}”`).join(', '))
  if (removed.length === 0) return line.tagged(name, named(added))
  if (added.length === 0) return line.untagged(name, named(removed))
  return line.alsoRemoved(line.tagged(name, named(added)), named(removed))
}
