import { sql } from 'kysely'
import type { Db } from '../../server/store/connect.ts'
import { entryData } from '../../server/store/entry-data.ts'

/** What is wrong with what is kept, in words; empty when the invariants of the log hold (I1, I3, I5, I10, S-4). */
export async function threadProblems(db: Db): Promise<string[]> {
  const problems: string[] = []
  const tickets = await db.selectFrom('tickets').selectAll().execute()
  const events = await db.selectFrom('events').selectAll().orderBy('ticket_id').orderBy('seq').execute()
  const messages = await db.selectFrom('messages').selectAll().execute()

  const logged = events.flatMap((event) => event.message_id ?? [])
  if (new Set(logged).size !== logged.length) problems.push('a message stands twice in the log')
  if (logged.length !== messages.length) problems.push(`${messages.length} messages, ${logged.length} in the log`)
  const ticketOf = new Map(messages.map((message) => [message.id, message.ticket_id]))

  const byTicket = grouped(events, (event) => event.ticket_id)
  for (const ticket of tickets) {
    const say = (what: string) => void problems.push(`ticket ${ticket.number}: ${what}`)
    const log = byTicket.get(ticket.id) ?? []
    const seqs = log.map((event) => event.seq)
    const theirs = log.flatMap((event) => event.customer_seq ?? [])
    if (seqs.some((seq, index) => seq !== index + 1) || ticket.seq !== seqs.length)
      say(`seq ${seqs.join()} of ${ticket.seq}`)
    if (theirs.some((seq, index) => seq !== index + 1) || ticket.customer_seq !== theirs.length) {
      say(`customer_seq ${theirs.join()} of ${ticket.customer_seq}`)
    }
    for (const event of log) {
      if (event.message_id !== null && ticketOf.get(event.message_id) !== ticket.id) say('a message of another ticket')
    }
    // I10: the log tells how the ticket stands. One born closed has nothing in it that its customer may see.
    let status = theirs.length === 0 ? 'closed' : 'open'
    let until: number | null = null
    let assignee: string | null = null
    let [customerSeen, agentSeen] = [0, 0]
    for (const event of log) {
      const data = entryData.parse(event.data)
      if (data.type === 'status') [status, until] = [data.status, data.until]
      if (data.type === 'assigned') assignee = event.to_member_id
      if (data.type === 'seen' && data.by === 'customer') customerSeen = data.customerUpTo
      if (data.type === 'seen' && data.by === 'agent') agentSeen = data.upTo
    }
    const told = { status, until, assignee, customerSeen, agentSeen }
    const stands = {
      status: ticket.status,
      until: ticket.snoozed_until,
      assignee: ticket.assignee_id,
      customerSeen: ticket.customer_seen,
      agentSeen: ticket.agent_seen,
    }
    if (JSON.stringify(told) !== JSON.stringify(stands))
      say(`${JSON.stringify(told)} told, is ${JSON.stringify(stands)}`)
  }

  const live = grouped(
    tickets.filter((ticket) => ticket.status !== 'closed'),
    (ticket) => ticket.thread_key,
  )
  for (const [key, running] of live) if (running.length > 1) problems.push(`${running.length} live tickets of ${key}`)

  const counted = await sql<{ view: string; member: string; kept: number; real: number }>`
    with kept as (select view, member_id, sum(n)::int as n from view_counts group by 1, 2),
    real as (
      select 'unread' as view, '00000000-0000-0000-0000-000000000000'::uuid as member_id, count(*)::int as n
        from tickets where status = 'open' and unread
      union all
      select 'open', coalesce(assignee_id, '00000000-0000-0000-0000-000000000000'), count(*)::int
        from tickets where status = 'open' group by 2
    )
    select view, member_id as member, coalesce(kept.n, 0) as kept, coalesce(real.n, 0) as real
    from kept full join real using (view, member_id) where coalesce(kept.n, 0) <> coalesce(real.n, 0)`.execute(db)
  for (const { view, member, kept, real } of counted.rows)
    problems.push(`${view} of ${member}: kept ${kept}, are ${real}`)
  return problems
}

function grouped<T>(things: T[], key: (thing: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const thing of things) groups.set(key(thing), [...(groups.get(key(thing)) ?? []), thing])
  return groups
}
