import type { ChannelName } from '../protocol/channel.ts'
import type { ErrorCode } from '../protocol/errors.ts'
import { limits } from '../protocol/limits.ts'
import { alongStretch, type Stretch, stretchesOf, stretchOf } from '../protocol/in-list.ts'
import type { ListAsk } from '../protocol/list-filter.ts'
import type { Counts, ReplyChannel, TicketRow } from '../protocol/ticket.ts'
import { listPage, type Position } from '../store/list-page.ts'
import { type RowRecord, readCounts, rowsById } from '../store/lists.ts'
import { channelRules } from '../tickets/channels/channel-rules.ts'
import { type ReplyLeave, replyChannels } from '../tickets/reply.ts'
import type { OpenTime } from '../tickets/office-hours.ts'
import type { Refusal } from '../tickets/ticket.ts'
import { waitingMarks, waitingSince } from '../tickets/waiting.ts'
import { currentSettings } from './current-settings.ts'
import type { Desk } from './desk.ts'
import { channelsOff } from './connections.ts'
import { openTimeOf } from './open-time.ts'

type Asked = ListAsk & { after: string | null; limit?: number | undefined }

/** A page of a view (S-5), keyset: its cost does not grow with depth or with the number of tickets. */
export async function readList(
  desk: Desk,
  agentId: string,
  ask: Asked,
): Promise<{ rows: TicketRow[]; next: string | null } | { refused: ErrorCode }> {
  const stretches = stretchesOf(ask)
  const from = ask.after === null ? { at: 0, after: null } : readCursor(ask.after, stretches.length)
  if (from === null) return { refused: 'bad_request' }
  const size = ask.limit ?? limits.listPage
  const view = await rowViews(desk)
  const found = new Map<string, TicketRow>()
  // One more than a page holds says whether there is another. Where a stretch ends the next one goes on.
  for (let at = from.at; at < stretches.length && found.size <= size; at++) {
    const stretch = stretches[at]
    if (stretch === undefined) break
    const after = at === from.at ? from.after : null
    const page = await listPage(desk.db, { of: ask, me: agentId, stretch, after, limit: size + 1 - found.size })
    for (const row of page.map(view).sort((a, b) => alongStretch(a, b, stretch))) found.set(row.id, row)
  }
  const rows = [...found.values()].slice(0, size)
  const last = rows.at(-1)
  return { rows, next: found.size > size && last !== undefined ? cursorOf(last, stretches) : null }
}

/** Where the next page begins: stretch, key and id of the last row. */
function cursorOf(row: TicketRow, stretches: readonly Stretch[]): string {
  const at = stretchOf(row, stretches)
  return `${at}.${row[stretches[at]?.key ?? 'lastMessageAt']}.${row.id}`
}

function readCursor(cursor: string, stretches: number): { at: number; after: Position } | null {
  const [, at, key, id] = /^(\d{1,2})\.(\d{1,15})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(cursor) ?? []
  if (at === undefined || key === undefined || id === undefined || Number(at) >= stretches) return null
  return { at: Number(at), after: { at: Number(key), id } }
}

/** Rows as they stand now; tickets that are gone are left out. */
export async function readRows(desk: Desk, ids: string[]): Promise<TicketRow[]> {
  return (await rowsById(desk.db, ids)).map(await rowViews(desk))
}

/** Counters of the views for every member who has any; the badge is null when the setting turns it off (S-4). */
export async function readAllCounts(desk: Desk): Promise<(memberId: string) => Counts> {
  const kept = await readCounts(desk.db)
  const { settings } = await currentSettings(desk.settings, desk.db)
  const unread = settings.general.unreadBadge ? kept.unread : null
  return (memberId) => ({
    mine: kept.mine.get(memberId) ?? 0,
    unassigned: kept.unassigned,
    mentions: kept.mentions.get(memberId) ?? 0,
    spam: kept.spam,
    unread,
  })
}

/** How the inbox shows a row of the store now. */
export async function rowViews(desk: Desk): Promise<(row: RowRecord) => TicketRow> {
  const { settings } = await currentSettings(desk.settings, desk.db)
  const off = channelsOff(settings, desk.providers)
  const now = desk.clock.now()
  const open = openTimeOf(settings)
  return (row) => rowView(row, off, now, open)
}

function rowView(row: RowRecord, off: readonly ChannelName[], now: number, open: OpenTime): TicketRow {
  const facts = {
    blocked: row.blocked_at !== null,
    consent: row.consent ?? ('never' as const),
    lastActionAt: row.last_action_at,
    hasEmail: row.channel === 'email' || row.email !== null,
    off,
    anotherLive: Boolean(row.another_live),
    online: row.online,
  }
  const { offered, chosen } = replyChannels(row, facts, now)
  return {
    id: row.id,
    number: row.number,
    channel: row.channel,
    status: row.status,
    snoozedUntil: row.snoozed_until,
    unread: row.unread,
    customer: {
      id: row.customer_id,
      name: row.customer_name,
      blocked: row.blocked_at !== null,
      online: row.online,
    },
    assignee:
      row.assignee_id === null || row.assignee_name === null ? null : { id: row.assignee_id, name: row.assignee_name },
    team: row.team_id === null || row.team_name === null ? null : { id: row.team_id, name: row.team_name },
    priority: row.priority,
    tags: row.tags,
    spam: row.spam,
    waitingSince: waitingSince(row),
    waitingMarks: waitingMarks(row.channel, waitingSince(row), open),
    mentioned: row.mentioned,
    campaigns: row.campaigns,
    preview:
      row.preview_from === null
        ? null
        : {
            from: row.preview_from,
            text: row.preview_text ?? '',
            ...(row.preview_by !== null &&
              row.preview_name !== null && { by: { id: row.preview_by, name: row.preview_name } }),
            ...(row.preview_kind !== null && { kind: row.preview_kind }),
          },
    createdAt: row.created_at,
    lastMessageAt: row.last_message_at,
    closedAt: row.closed_at,
    last: row.seq,
    mayReopen: row.status === 'closed' && mayReopen(row.channel, facts.anotherLive),
    reply: { offered: offered.map(replyView), chosen },
    answerTo: addressOf(row),
    subject: row.subject,
  }
}

/** As people write it down; a provider's own id is nobody's address. */
function addressOf({ to_kind, to_value }: Pick<RowRecord, 'to_kind' | 'to_value'>): string | null {
  if (to_kind === 'whatsapp') return `+${to_value}`
  return to_kind === 'email' || to_kind === 'phone' ? to_value : null
}

/** S-2 */
function mayReopen(channel: ChannelName, anotherLive: boolean): boolean {
  const { agentsMayReopen } = channelRules[channel]
  return agentsMayReopen === 'always' || (agentsMayReopen === 'unless_live' && !anotherLive)
}

/** An answer of the rule book as it travels. */
export function replyView({ channel, answer }: { channel: ChannelName; answer: ReplyLeave | Refusal }): ReplyChannel {
  const refused = 'refused' in answer ? answer.refused : null
  return { channel, refused, until: 'until' in answer ? answer.until : null }
}
