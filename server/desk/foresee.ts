import type { ErrorCode } from '../protocol/errors.ts'
import type { ForeseenRoute, Foresight, ForesightAsk } from '../protocol/foresight.ts'
import type { Settings } from '../protocol/settings.ts'
import { consentOf } from '../store/consents.ts'
import { type CustomerRecord, findCustomer, findCustomerOfShop, mailTo } from '../store/customers.ts'
import { type KnownAs, findByName } from '../store/identities.ts'
import { mailsAnsweredSince, type TicketRecord, ticketsOf } from '../store/tickets.ts'
import { mostMailsAnHour } from '../tickets/automatic-answer.ts'
import { hour } from '../tickets/ticket.ts'
import { noOwnWords } from '../tickets/keywords.ts'
import { threadKey } from '../tickets/thread-key.ts'
import { type Foreseen, type Question, whatWouldHappen } from '../tickets/what-would-happen.ts'
import { currentSettings } from './current-settings.ts'
import type { Desk } from './desk.ts'
import { foreseeRoute } from './foresee-route.ts'
import { replyView } from './read-list.ts'
import { scanMessage } from './scan-message.ts'
import { ownAddresses, textValues } from './shop-addresses.ts'
import { stateOf } from './ticket-state.ts'

/** What a message would do if it came now: asked of the very rules that would decide, and nothing is written. */
export async function foresee(desk: Desk, ask: ForesightAsk): Promise<Foresight | { refused: ErrorCode }> {
  const { settings } = await currentSettings(desk.settings, desk.db)
  const customer = await senderOf(desk, ask)
  const tickets = customer === undefined ? [] : await ticketsOf(desk.db, customer.id)
  const answered = ask.answers === null ? undefined : tickets.find(({ number }) => number === ask.answers)
  if (ask.answers !== null && answered === undefined) return { refused: 'not_found' }
  const question = await questionOf(desk, ask, settings, customer, tickets, answered)
  const seen = whatWouldHappen(question)
  const found = tickets.find(({ id }) => id === seen.because.ticket)
  return viewOf(seen, await foreseeRoute(desk, ask, seen, customer, found), customer, tickets)
}

/** By the names that would find them: a message from there joins this customer. */
async function senderOf(desk: Desk, { channel, sender }: ForesightAsk): Promise<CustomerRecord | undefined> {
  const names: Record<ForesightAsk['channel'], KnownAs[]> = {
    web_chat: [{ kind: 'email', value: sender.toLowerCase() }],
    email: [{ kind: 'email', value: sender.toLowerCase() }],
    sms: [{ kind: 'phone', value: sender }],
    whatsapp: [
      { kind: 'phone', value: sender },
      { kind: 'whatsapp', value: sender },
      { kind: 'whatsapp_user', value: sender },
    ],
    instagram: [{ kind: 'instagram', value: sender }],
    messenger: [{ kind: 'messenger', value: sender }],
  }
  const ofShop = channel === 'web_chat' ? await findCustomerOfShop(desk.db, sender) : undefined
  if (ofShop !== undefined) return ofShop
  for (const name of names[channel]) {
    const id = await findByName(desk.db, name)
    if (id !== undefined) return findCustomer(desk.db, id)
  }
  return undefined
}

async function questionOf(
  desk: Desk,
  { channel, sender, text }: ForesightAsk,
  settings: Settings,
  customer: CustomerRecord | undefined,
  tickets: readonly TicketRecord[],
  answered: TicketRecord | undefined,
): Promise<Question> {
  const known = customer !== undefined && !customer.visitor
  const here = tickets.filter((ticket) => ticket.channel === channel)
  const latest = (of: (ticket: TicketRecord) => number | null) =>
    here.map(of).reduce((a, b) => ((b ?? 0) > (a ?? 0) ? b : a), null)
  const live = here.find(({ status }) => status !== 'closed')
  const key = threadKey(channel, { customerId: known ? customer.id : null, address: sender, thread: null })
  return {
    channel,
    person: {
      known,
      online: customer?.online ?? false,
      blocked: customer !== undefined && customer.blocked_at !== null,
      consent: customer === undefined ? 'never' : await consentOf(desk.db, customer.id, channel),
      hasEmail: channel === 'email' || (customer !== undefined && mailTo(customer) !== null),
      lastActionAt: null,
      anotherLive: false,
      lastAgentAt: latest((ticket) => ticket.last_agent_at),
      lastAnswerAt: latest((ticket) => ticket.last_automatic_at),
      mailsAnswered: await mailsAnsweredSince(desk.db, desk.clock.now() - hour, mostMailsAnHour),
    },
    tickets: tickets.map((ticket) => ({
      ...stateOf(ticket),
      spam: ticket.spam,
      threadKey: ticket.thread_key,
      createdAt: ticket.created_at,
    })),
    message: {
      text,
      threadKey: answered?.thread_key ?? key,
      address: sender,
      spam: (await scanMessage(desk.db, settings, { channel, customer, into: answered, text })).spam,
      automatic: false,
      stranger: false,
    },
    settings: {
      ownWords: channel === 'sms' || channel === 'whatsapp' ? settings[channel].ownWords : noOwnWords,
      providerAnswersKeywords: channel === 'sms' && settings.sms.providerAnswers,
      autoresponder: settings.sms.autoresponder,
      acknowledgement: settings.email.acknowledgement,
      ...textValues(settings),
      ownAddresses: ownAddresses(settings),
      officeHours: {
        hours: settings.webChat.officeHours,
        zone: settings.general.timeZone,
        during: settings.webChat.during,
        outside: settings.webChat.outside,
        lastOutsideAt: live?.last_outside_at ?? null,
        lastAgentAt: live?.last_agent_at ?? null,
      },
    },
    now: desk.clock.now(),
  }
}

function viewOf(
  seen: Foreseen,
  route: ForeseenRoute | null,
  customer: CustomerRecord | undefined,
  tickets: readonly TicketRecord[],
): Foresight {
  const { because, outcome, automatic, reply } = seen
  return {
    customer: { becomes: seen.customer, name: customer?.name ?? null },
    because: {
      rule: because.rule,
      found: because.found,
      ticket: tickets.find(({ id }) => id === because.ticket)?.number ?? null,
    },
    outcome: outcome.ticket,
    keyword: 'keyword' in outcome ? outcome.keyword : null,
    wakes: outcome.ticket === 'join' && outcome.woke,
    automatic:
      automatic === null
        ? null
        : {
            text: 'text' in automatic ? automatic.text : null,
            refused: 'refused' in automatic ? automatic.refused : null,
          },
    route,
    reply: reply && { offered: reply.offered.map(replyView), chosen: reply.chosen },
  }
}
