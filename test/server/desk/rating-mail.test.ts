import { describe, expect, it } from 'vitest'
import type { Settings } from '../../../server/protocol/settings.ts'
import type { AgentSocket, Installation } from '../installation.ts'
import { answerTo, mail, only, startMail } from '../mails.ts'
import { granted, load, openTicket, reply, send, texts } from '../talk.ts'
import { eventually } from '../../eventually.ts'

const minute = 60_000
const day = 86_400_000
const ada = 'ada@post.example'
const question = 'How was your contact with Your shop?'

const wantsToKnow = (settings: Settings): Settings => ({
  ...settings,
  webChat: { ...settings.webChat, satisfaction: true },
})

async function start(...given: Parameters<typeof startMail>) {
  const made = await startMail(...given)
  await made.hub.settings(wantsToKnow)
  return made
}

const close = async (agent: AgentSocket, ticket: string) => granted(await agent.emitWithAck('ticket.close', { ticket }))

/** Somebody's mail, answered by an agent and closed. */
async function mailOver(hub: Installation, agent: AgentSocket, from = ada) {
  await mail(hub, { from, subject: 'URGENT: buy at evil.example', text: 'Where is my parcel?' })
  const { id } = await only(agent)
  await reply(agent, id, 'It comes tomorrow.')
  await close(agent, id)
  return id
}

const questions = (hub: Installation) =>
  hub.db
    .selectFrom('deliveries')
    .innerJoin('mails', 'mails.message_id', 'deliveries.message_id')
    .select(['deliveries.ticket_id', 'deliveries.to_value as to', 'mails.subject'])
    .where('mails.subject', 'like', 'How was%')
    .execute()

const linkIn = (text: string) => /https?:\/\/\S+\/rate\/\S+/.exec(text)?.[0] ?? ''

/** The page's form, as a browser sends it. */
const give = (link: string, fields: Record<string, string>) =>
  fetch(link, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })

describe('the question by mail', () => {
  it('D-10f goes ten minutes after the close of a mail ticket, once, with nothing that the customer wrote', async () => {
    const { hub, agent, sent, relay } = await start()
    const ticket = await mailOver(hub, agent)
    await hub.advance(10 * minute - 1)
    expect(await questions(hub)).toEqual([])
    await hub.advance(1)
    const asked = await sent(2)
    expect(asked).toMatchObject({ to: [ada], subject: question })
    expect(asked.headers.get('auto-submitted')).toBe('auto-generated')
    expect(asked.headers.get('x-auto-response-suppress')).toBe('All')
    expect(asked.headers.get('in-reply-to')).toBe(undefined)
    // It can come back, and is then known.
    expect(asked.envelopeFrom).not.toBe('')
    expect(asked.raw.toString()).not.toContain('evil.example')
    expect(asked.raw.toString()).not.toContain('parcel')
    expect(linkIn(asked.text)).toContain(`${hub.url}/rate/${ticket}/`)
    // A line for the team, the link is not for them.
    const { events, row } = await openTicket(agent, ticket)
    const line = events.find((event) => event.type === 'message' && event.sent === 'satisfaction')
    expect(line).toMatchObject({ from: 'automatic', channel: 'email' })
    expect(texts(events).join()).not.toContain('/rate/')
    expect(row).toMatchObject({ status: 'closed', unread: false, preview: { from: 'agent' } })
    await close(agent, ticket)
    await hub.advance(2 * day)
    expect(relay.taken).toHaveLength(2)
    // What is answered to it is heard.
    await mail(hub, { from: ada, text: 'All fine!', ...answerTo(asked) })
    expect(await only(agent)).toMatchObject({ id: ticket, status: 'open', unread: true })
  })

  it('D-10a, D-10d, D-10f not where it is off, nobody answered, it is open again, or no person reads', async () => {
    const { hub, agent, relay } = await start()
    const ticket = await mailOver(hub, agent, 'no-reply@carrier.example')
    await hub.advance(day)
    await mail(hub, { from: 'tom@post.example' })
    const [unanswered] = granted(
      await agent.emitWithAck('list.read', { view: 'all', status: 'open', sort: 'newest', after: null }),
    ).rows
    await close(agent, unanswered?.id ?? '')
    await hub.advance(5 * minute)
    await reply(agent, ticket, 'One more thing')
    await hub.advance(day)
    expect(await questions(hub)).toEqual([])
    await eventually(() => expect(relay.taken).toHaveLength(2))
    await hub.settings((settings) => ({ ...settings, webChat: { ...settings.webChat, satisfaction: false } }))
    await mail(hub, { from: 'eve@post.example' })
    const [eves] = granted(
      await agent.emitWithAck('list.read', { view: 'all', status: 'open', sort: 'newest', after: null }),
    ).rows
    await reply(agent, eves?.id ?? '', 'Hello')
    await close(agent, eves?.id ?? '')
    await hub.advance(day)
    expect(await questions(hub)).toEqual([])
  })

  it('D-10f not to an address where the last mail was refused', async () => {
    const { hub, agent, relay } = await start({}, () => ({ code: 550, words: '5.1.1 no such mailbox' }))
    const ticket = await mailOver(hub, agent)
    await eventually(async () => {
      const states = (await openTicket(agent, ticket)).events.flatMap((e) => (e.type === 'delivery' ? e.state : []))
      expect(states).toContain('failed')
    })
    await hub.advance(day)
    expect(await questions(hub)).toEqual([])
    expect(relay.taken).toEqual([])
  })

  it('D-10c, D-10f asks one customer about one of two tickets that end at once, also with two processes', async () => {
    const { hub, agent } = await start()
    const other = await hub.secondProcess()
    try {
      for (const subject of ['One', 'Two', 'Three']) await mail(hub, { from: ada, subject })
      const { rows } = granted(
        await agent.emitWithAck('list.read', { view: 'all', status: 'open', sort: 'newest', after: null }),
      )
      expect(rows).toHaveLength(3)
      for (const { id } of rows) {
        await reply(agent, id, 'Hello')
        await close(agent, id)
      }
      await Promise.all([
        hub.advance(10 * minute),
        ...[1, 2, 3].map(() =>
          fetch(`${other.url}/test/clock`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: '{"advance":0}',
          }),
        ),
      ])
      await hub.advance(minute)
      expect(await questions(hub)).toHaveLength(1)
      expect(await hub.db.selectFrom('satisfaction').select('ticket_id').execute()).toHaveLength(1)
    } finally {
      await other.close()
    }
  })

  it('D-10f goes after a chat to who left the shop before its drawer asked, in their language, and is not in the drawer', async () => {
    const { hub, agent, sent } = await start()
    const page = async () => hub.shopper('ada', { token: await hub.token('ada', { locale: 'de-DE', email: ada }) })
    const shopper = await page()
    const { ticket } = await send(shopper, 'Hallo')
    await reply(agent, ticket, 'Guten Tag')
    await close(agent, ticket)
    // Still in the shop: the drawer is to ask.
    await hub.advance(20 * minute)
    expect(await hub.db.selectFrom('mails').select('subject').execute()).toEqual([])
    shopper.disconnect()
    await eventually(async () => {
      await hub.advance(minute)
      const { online } = await hub.db.selectFrom('customers').select('online').executeTakeFirstOrThrow()
      expect(online).toBe(false)
    })
    await hub.advance(10 * minute)
    // The follow-up (W-10) left before.
    const asked = await sent(2)
    expect(asked.subject).toBe('Wie war Ihr Kontakt mit Your shop?')
    expect(texts((await load(await page())).events)).toEqual([])
    const shown = await (await fetch(linkIn(asked.text))).text()
    expect(shown).toContain('<html lang="de" dir="ltr">')
  })

  it('D-10b, D-10f not where the drawer has asked', async () => {
    const { hub, agent } = await start()
    const shopper = await hub.shopper('ada')
    const { ticket, hold } = await send(shopper, 'Hello')
    await reply(agent, ticket, 'Hello too')
    await close(agent, ticket)
    expect(granted(await shopper.emitWithAck('satisfaction.ask', { ticket, hold })).ask).toBe(true)
    shopper.disconnect()
    await hub.advance(30 * minute)
    await hub.advance(30 * minute)
    expect(await questions(hub)).toEqual([])
  })
})

describe('the page of the link', () => {
  async function asked() {
    const made = await start()
    const ticket = await mailOver(made.hub, made.agent)
    await made.hub.advance(10 * minute)
    return { ...made, ticket, link: linkIn((await made.sent(2)).text) }
  }
  const kept = (hub: Installation) => hub.db.selectFrom('satisfaction').select(['score', 'comment']).execute()

  it('D-10g asks without saying anything by itself, takes what the form says, and stands in the thread as the drawer’s', async () => {
    const { hub, agent, ticket, link } = await asked()
    for (const method of ['GET', 'HEAD', 'GET']) {
      const looked = await fetch(`${link}?score=1`, { method })
      expect(looked.status).toBe(200)
      expect(looked.headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(looked.headers.get('cache-control')).toBe('no-store')
      expect(looked.headers.get('referrer-policy')).toBe('no-referrer')
      expect(looked.headers.get('set-cookie')).toBe(null)
    }
    const form = await (await fetch(link)).text()
    expect(form).toContain(question)
    expect(form).not.toContain('<script')
    expect(form).not.toContain(' checked')
    expect(await kept(hub)).toEqual([{ score: null, comment: '' }])

    const words = 'Quick & <b>kind</b>\r\nThank you'
    const answers = await Promise.all([1, 2].map(() => give(link, { score: '4', comment: words })))
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    const comment = 'Quick & <b>kind</b>\nThank you'
    expect(await kept(hub)).toEqual([{ score: 4, comment }])
    const { events } = await openTicket(agent, ticket)
    expect(events.filter(({ type }) => type === 'satisfaction')).toMatchObject([{ score: 4, comment }])
    const thanks = await (await fetch(link)).text()
    expect(thanks).toContain('Thank you. The team sees it.')
    expect(thanks).toContain('Quick &amp; &lt;b&gt;kind&lt;/b&gt;')

    expect((await give(link, { score: '2', comment: '' })).status).toBe(303)
    expect(await kept(hub)).toEqual([{ score: 2, comment: '' }])
    await hub.advance(day)
    expect((await give(link, { score: '5', comment: '' })).status).toBe(303)
    expect(await kept(hub)).toEqual([{ score: 2, comment: '' }])
    expect(await (await fetch(link)).text()).not.toContain('<form')
  })

  it('D-10g refuses what is too long or no face, and loses nothing that was written', async () => {
    const { hub, link } = await asked()
    for (const score of ['', '0', '6', '3.5', 'good']) {
      const again = await give(link, { score, comment: 'Kept words' })
      expect(again.status).toBe(400)
      const page = await again.text()
      expect(page).toContain('Please pick one of the five.')
      expect(page).toContain('Kept words')
    }
    const long = await give(link, { score: '3', comment: 'ä'.repeat(1_001) })
    expect(long.status).toBe(400)
    const page = await long.text()
    expect(page).toContain('1,000 characters at most')
    expect(page).toContain('value="3" required checked')
    expect((await give(link, { score: '3', comment: 'x'.repeat(20_000) })).status).toBe(400)
    expect(await kept(hub)).toEqual([{ score: null, comment: '' }])
    expect((await give(link, { score: '3', comment: '😀\r\n'.repeat(333) })).status).toBe(303)
  })

  it('D-10g leads nowhere when forged, of another ticket, too old, or after a block', async () => {
    const { hub, agent, ticket, link } = await asked()
    const [, , , , , signature = ''] = link.split('/')
    const nowhere = [
      link.slice(0, -2),
      `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}x`,
      `${hub.url}/rate/${ticket}/x`,
      `${hub.url}/rate/7d444840-9dc0-41d5-8b5a-5b8a3a3a4f10/${signature}`,
      `${hub.url}/rate/nothing/${signature}`,
    ]
    const refused = async (at: string) => {
      for (const answer of [await fetch(at), await give(at, { score: '1', comment: '' })]) {
        expect(answer.status).toBe(404)
        expect(await answer.text()).toContain('does not work any more')
      }
    }
    for (const at of nowhere) await refused(at)
    await hub.advance(30 * day - 1)
    expect((await fetch(link)).status).toBe(200)
    const { customer } = await openTicket(agent, ticket)
    granted(await agent.emitWithAck('customer.block', { customer: customer.id }))
    await refused(link)
    granted(await agent.emitWithAck('customer.unblock', { customer: customer.id }))
    expect((await fetch(link)).status).toBe(200)
    await hub.advance(1)
    await refused(link)
    expect(await kept(hub)).toEqual([{ score: null, comment: '' }])
  })

  it('D-10g takes so many tries in a while', async () => {
    const { link } = await asked()
    const tries = await Promise.all(Array.from({ length: 12 }, () => give(link, { score: '0', comment: 'Kept words' })))
    const late = tries.filter(({ status }) => status === 429)
    expect(late).toHaveLength(2)
    expect(await late[0]?.text()).toContain('Kept words')
  })
})
