import type { FilterNames, ListChoice } from '../../protocol/list-filter.ts'
import type { AgentCard } from '../../protocol/ticket.ts'
import type { Words } from '../words/en.ts'

/** A filter that is on, in words, with what the list is asked for without it. `gone`: what it asks for is not there. */
export type FilterChip = { key: string; text: string; gone: boolean; without: Partial<ListChoice> }

type Known = { names: FilterNames | null; team: readonly AgentCard[] }

/** The filters that are on, one a chip; status and unread have their own buttons. */
export function chipsOf(choice: ListChoice, { names, team }: Known, words: Words): FilterChip[] {
  const { filters, channel: channelName } = words
  const { channels, assignee, tags, priority, campaign, read } = choice
  const named = (list: readonly { id: string; name: string }[] | undefined, id: string, gone: string) => {
    const found = list?.find((one) => one.id === id)
    return { text: found?.name ?? (names ? gone : '…'), gone: names !== null && found === undefined }
  }
  const chips: FilterChip[] = channels.map((name) => ({
    key: name,
    text: channelName[name],
    gone: false,
    without: { channels: channels.filter((other) => other !== name) },
  }))
  const nobodyElse = { assignee: { kind: 'anyone' } } as const
  if (assignee.kind === 'nobody' || assignee.kind === 'me') {
    const text = `${filters.assignee}: ${filters[assignee.kind]}`
    chips.push({ key: 'assignee', text, gone: false, without: nobodyElse })
  } else if (assignee.kind === 'member') {
    const of = named([...team, ...(names?.former ?? [])], assignee.id, filters.gone.member)
    chips.push({ key: 'assignee', ...of, text: `${filters.assignee}: ${of.text}`, without: nobodyElse })
  } else if (assignee.kind === 'team') {
    const of = named(names?.teams, assignee.id, filters.gone.team)
    chips.push({ key: 'assignee', ...of, text: filters.team(of.text), without: nobodyElse })
  }
  for (const id of tags) {
    const of = named(names?.tags, id, filters.gone.tag)
    const without = { tags: tags.filter((other) => other !== id) }
    chips.push({ key: id, ...of, text: `${filters.tag}: ${of.text}`, without })
  }
  if (read === 'read') chips.push({ key: 'read', text: filters.readOnly, gone: false, without: { read: 'any' } })
  if (priority === 'high')
    chips.push({ key: 'priority', text: filters.high, gone: false, without: { priority: 'any' } })
  if (campaign) {
    const { kind, name } = campaign
    const gone = names !== null && !names.campaigns.some((one) => one.kind === kind && one.name === name)
    const text = gone ? filters.gone.campaign(filters.ofCampaign[kind](name)) : filters.ofCampaign[kind](name)
    chips.push({ key: 'campaign', text, gone, without: { campaign: null } })
  }
  return chips
}
