import { agentTypes, readAttendance } from '../desk/attendance.ts'
import { setCustomerBlocked } from '../desk/block-customer.ts'
import { readColleagues, renameSelf, switchAway } from '../desk/colleagues.ts'
import { retryDelivery } from '../desk/deliver.ts'
import type { Desk } from '../desk/desk.ts'
import { draftedTickets, readDrafts, saveDraft } from '../desk/drafts.ts'
import { listMacros, removeMacro, saveMacro } from '../desk/macros.ts'
import { markRead } from '../desk/mark-read.ts'
import { pageChanged, pageConnected, pageGone } from '../desk/presence.ts'
import { findTicketByNumber } from '../desk/find-ticket.ts'
import { changePreferences, readPreferences } from '../desk/preferences.ts'
import { readThreadMarketing } from '../desk/read-marketing.ts'
import { readAllCounts } from '../desk/read-list.ts'
import { readDetails } from '../desk/read-details.ts'
import { customerOfLive, readOlderEntries, readTicket } from '../desk/read-ticket.ts'
import { accentOf, readStoredSettings } from '../desk/save-settings.ts'
import { sendReply } from '../desk/send-reply.ts'
import { endedSessions, memberWhoMay } from '../desk/sign-in.ts'
import { mentionsSeen, writeNote } from '../desk/write-note.ts'
import { fromAgent } from '../protocol/agent-events.ts'
import type { ErrorCode } from '../protocol/errors.ts'
import { storable } from '../protocol/text.ts'
import { protocolVersion } from '../protocol/version.ts'
import { composerRules } from '../tickets/composer-rules.ts'
import { listTeams } from '../desk/teams.ts'
import { tagNames } from '../desk/tags.ts'
import { createAllowances } from './allowance.ts'
import { sessionToken } from './cookies.ts'
import { failed, openDoor } from './door.ts'
import { listHandlers } from './list-handlers.ts'
import { refuseHandshake } from './handshake.ts'
import { type AgentServer, rooms } from './rooms.ts'
import { workingHandlers } from './working-handlers.ts'

type Doors = { desk: Desk; agents: AgentServer }

/** The agents' door: the session cookie says who it is, and every one of them sees every ticket (D-7). */
export function openAgentDoor({ desk, agents }: Doors): { close(): void } {
  const allowances = createAllowances({ messages: 120, events: 1_200, counted: ['reply.send', 'note.write'] })

  const tokens = new Map<string, string>()

  agents.use((socket, next) => {
    const enter = async (): Promise<ErrorCode | undefined> => {
      if (socket.handshake.auth.v !== protocolVersion) return 'version'
      const token = sessionToken(socket.handshake.headers.cookie)
      const member = await memberWhoMay(desk, token, 'desk')
      if ('refused' in member) return member.refused
      socket.data = { member, token: token ?? '' }
      return undefined
    }
    enter().then(
      (code) => (code === undefined ? next() : next(refuseHandshake(code))),
      (error: unknown) => next(refuseHandshake(failed(desk.log, error, 'agent handshake'))),
    )
  })

  agents.on('connection', (socket) => {
    const { member } = socket.data
    tokens.set(socket.id, socket.data.token)
    const page = { id: desk.secrets.newId(), kind: 'agent' as const, personId: member.id }
    let visible = true
    let shown: string | null = null

    void socket.join([rooms.agents, rooms.member(member.id)])
    const here = pageConnected(desk, page)
    here.catch((error: unknown) => failed(desk.log, error, 'page connected'))
    socket.on('disconnect', () => {
      tokens.delete(socket.id)
      if (shown !== null) tellCustomer(shown, false).catch((error: unknown) => failed(desk.log, error, 'typing'))
      here.then(() => pageGone(desk, page)).catch((error: unknown) => failed(desk.log, error, 'page gone'))
    })

    const tellCustomer = async (ticketId: string, on: boolean) => {
      const customerId = await customerOfLive(desk, ticketId)
      if (customerId !== null) desk.publish([{ kind: 'agent_types', ticketId, customerId, name: member.name, on }])
    }

    openDoor(
      socket,
      fromAgent,
      {
        'desk.open': async () => {
          // Or whoever asks would not find themselves among those who are there.
          await here
          const [colleagues, attended, tags, teams, preferences, countsOf, drafts, stored] = await Promise.all([
            readColleagues(desk),
            readAttendance(desk),
            tagNames(desk),
            listTeams(desk),
            readPreferences(desk, member.id),
            readAllCounts(desk),
            draftedTickets(desk, member),
            readStoredSettings(desk),
          ])
          const { shopName } = stored.settings.general
          const accent = accentOf(stored.settings)
          return {
            me: member,
            agents: colleagues,
            attended,
            tags,
            teams,
            preferences,
            counts: countsOf(member.id),
            shopName,
            accent,
            composer: composerRules(),
            drafts,
            now: desk.clock.now(),
          }
        },
        ...listHandlers(desk, member),
        'ticket.open': async ({ ticket, after }) => {
          // Joined before it is read: an entry in between comes twice rather than never.
          await socket.join(rooms.ticket(ticket))
          const answer = await readTicket(desk, ticket, after)
          if ('refused' in answer) await socket.leave(rooms.ticket(ticket))
          return answer
        },
        'ticket.details': ({ ticket }) => readDetails(desk, ticket),
        'ticket.older': ({ ticket, before }) => readOlderEntries(desk, ticket, before),
        'ticket.numbered': ({ number }) => findTicketByNumber(desk, number),
        viewing: async (ask) => {
          if (shown !== null && shown !== ask.ticket) await socket.leave(rooms.ticket(shown))
          shown = ask.ticket
          visible = ask.visible
          await here
          await pageChanged(desk, page, { visible, ticketId: shown })
          if (visible && shown !== null) await mentionsSeen(desk, member, shown)
        },
        'reply.send': ({ ticket, text, ...reply }) =>
          sendReply(desk, member, { ...reply, ticketId: ticket, text: storable(text) }),
        'note.write': ({ ticket, text, ...note }) =>
          writeNote(desk, member, { ...note, ticketId: ticket, text: storable(text) }),
        'macro.list': async () => ({ macros: await listMacros(desk, member) }),
        'macro.save': (macro) => saveMacro(desk, member, macro),
        'macro.remove': ({ macro }) => removeMacro(desk, member, macro),
        'draft.save': (draft) => saveDraft(desk, member, { ...draft, text: storable(draft.text) }),
        'draft.read': async ({ ticket }) => ({ drafts: await readDrafts(desk, member, ticket) }),
        typing: async ({ ticket, on, what }) => {
          await here
          await agentTypes(desk, page.id, ticket, on ? what : null)
          // A note is between colleagues.
          if (what === 'reply') await tellCustomer(ticket, on)
        },
        'preferences.change': (change) => changePreferences(desk, member.id, change),
        'me.rename': ({ name }) => renameSelf(desk, member.id, name),
        'away.set': ({ away }) => switchAway(desk, member.id, away),
        'ticket.marketing': async ({ ticket, from }) => ({ messages: await readThreadMarketing(desk, ticket, from) }),
        'delivery.retry': ({ message }) => retryDelivery(desk, message),
        'ticket.read': ({ ticket, n }) => markRead(desk, member, ticket, n),
        ...workingHandlers(desk, member),
        'customer.block': ({ customer }) => setCustomerBlocked(desk, member, customer, true),
        'customer.unblock': ({ customer }) => setCustomerBlocked(desk, member, customer, false),
      },
      allowances.forPerson(member.id),
      desk.log,
    )
  })

  // A session that has ended, wherever and however, takes its pages with it (SAFETY S5).
  const cutEnded = async () => {
    const ended = await endedSessions(desk, [...tokens.values()])
    for (const [id, token] of tokens) if (ended.has(token)) agents.sockets.sockets.get(id)?.disconnect(true)
  }
  const sweep = setInterval(() => {
    if (tokens.size > 0) cutEnded().catch((error: unknown) => failed(desk.log, error, 'ended sessions'))
  }, 3_000)
  sweep.unref()
  return { close: () => clearInterval(sweep) }
}
