import { channelNames } from '../../protocol/channel.ts'
import type { ListChoice } from '../../protocol/list-filter.ts'
import { marketingKinds, readFilters, sorts, type StatusFilter, statusFilters } from '../../protocol/list-names.ts'
import type { ViewName } from '../../protocol/views.ts'

/** S-2, S-5: a view opens with the statuses it is for. */
export function usualStatus(view: ViewName): StatusFilter {
  return view === 'mine' || view === 'unassigned' ? 'open' : 'any'
}

/** What a view shows while nothing was chosen in it. */
export function usualChoice(view: ViewName): ListChoice {
  return {
    status: usualStatus(view),
    read: 'any',
    channels: [],
    assignee: { kind: 'anyone' },
    tags: [],
    priority: 'any',
    campaign: null,
    sort: 'newest',
    grouped: false,
  }
}

/** Do two choices show the same? */
export function sameChoice(a: ListChoice, b: ListChoice): boolean {
  return String(writeChoice(a, 'all')) === String(writeChoice(b, 'all'))
}

/** Does it leave tickets of the view out, whatever their order? */
export function isFiltered(choice: ListChoice, view: ViewName): boolean {
  const { sort, grouped } = choice
  return !sameChoice(choice, { ...usualChoice(view), sort, grouped })
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
export const readId = (text: string | null | undefined) => (text && uuid.test(text) ? text.toLowerCase() : null)

/** A choice as it stands in the address, in one spelling; what is usual for the view is left out. */
export function writeChoice(choice: ListChoice, view: ViewName): URLSearchParams {
  const query = new URLSearchParams()
  const { status, read, channels, assignee, tags, priority, campaign, sort, grouped } = choice
  if (status !== usualStatus(view)) query.set('status', status)
  if (read !== 'any') query.set('read', read)
  if (channels.length > 0) query.set('channel', channelNames.filter((name) => channels.includes(name)).join(','))
  if (assignee.kind === 'member') query.set('who', assignee.id)
  else if (assignee.kind === 'team') query.set('team', assignee.id)
  else if (assignee.kind !== 'anyone') query.set('who', assignee.kind)
  if (tags.length > 0) query.set('tag', tags.toSorted().join(','))
  if (priority !== 'any') query.set('priority', priority)
  if (campaign) query.set(campaign.kind, campaign.name)
  if (sort !== 'newest') query.set('sort', sort)
  if (grouped) query.set('group', 'channel')
  return query
}

const listOf = (text: string | null) => text?.split(',') ?? []

/** Reads it back; parts that make no sense are ignored. */
export function readChoice(query: URLSearchParams, view: ViewName): ListChoice {
  const usual = usualChoice(view)
  const channels = listOf(query.get('channel'))
  const kind = marketingKinds.find((one) => query.get(one))
  const name = kind && query.get(kind)?.slice(0, 200)
  return {
    status: statusFilters.find((s) => s === query.get('status')) ?? usual.status,
    read: readFilters.find((r) => r === query.get('read')) ?? 'any',
    channels: channelNames.filter((channel) => channels.includes(channel)),
    assignee: readAssignee(query),
    tags: [...new Set(listOf(query.get('tag')).flatMap((id) => readId(id) ?? []))].toSorted().slice(0, 20),
    priority: query.get('priority') === 'high' ? 'high' : 'any',
    campaign: kind && name ? { kind, name } : null,
    sort: sorts.find((s) => s === query.get('sort')) ?? 'newest',
    grouped: query.get('group') === 'channel',
  }
}

function readAssignee(query: URLSearchParams): ListChoice['assignee'] {
  const who = query.get('who')
  const [member, team] = [readId(who), readId(query.get('team'))]
  if (who === 'nobody' || who === 'me') return { kind: who }
  if (member) return { kind: 'member', id: member }
  return team ? { kind: 'team', id: team } : { kind: 'anyone' }
}
