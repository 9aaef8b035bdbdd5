import { describe, expect, it } from 'vitest'
import { saying } from '../channels/saying.ts'
import {
  answerTo,
  inbound,
  inboundSales,
  type Letter,
  mail,
  only,
  rows,
  said,
  sales,
  startMail,
  states,
} from '../mails.ts'
import { granted, openTicket, reply, say } from '../talk.ts'
import { eventually } from '../../eventually.ts'

const ada = 'ada@customer.example'

describe('an answer by mail', () => {
  it('R-1, R-13 leaves in the thread: from the mailbox last written to, with everything that brings the next one back', async () => {
    const { hub, agent, sent } = await startMail({ fromName: 'The Shop' })
    const first = await mail(hub, { from: ada, subject: 'Parcel', text: 'One' })
    const second = await mail(hub, { from: ada, subject: 'Re: Parcel', text: 'Two', answers: first, to: inboundSales })
    const { id } = await only(agent)
    await reply(agent, id, 'It is on its way.')
    const ours = await sent()
    const { headers } = ours
    expect(ours).toMatchObject({ to: [ada], subject: 'Re: Parcel', text: 'It is on its way.' })
    expect(headers.get('from')).toBe(`The Shop <${sales}>`)
    expect(headers.get('in-reply-to')).toBe(second)
    expect(headers.get('references')).toBe(`${first} ${second}`)
    expect(headers.get('message-id')).toMatch(/^<[a-z2-7]{42}@shop\.example>$/)
    expect(headers.get('reply-to')).toMatch(/^sales\+[a-z2-7]{42}@desk\.example$/)
    expect(ours.envelopeFrom).toMatch(/^bounces\+[a-z2-7]{42}@desk\.example$/)
    expect(headers.has('auto-submitted')).toBe(false)
    await eventually(async () => expect(await states(agent, id)).toEqual(['sent']))
  })

  it('T-2 to our first mail says Re: once, and a whole exchange stays in one ticket', async () => {
    const { hub, agent, sent } = await startMail()
    await mail(hub, { from: ada, subject: 'Parcel', text: '1' })
    const { id } = await only(agent)
    await reply(agent, id, '2')
    expect((await sent()).subject).toBe('Re: Parcel')
    await mail(hub, { from: ada, text: '3', ...answerTo(await sent()) })
    await reply(agent, id, '4')
    const last = await sent(2)
    expect(last.subject).toBe('Re: Parcel')
    expect(last.headers.get('references')?.split(/\s+/)).toHaveLength(2)
    await mail(hub, { from: ada, text: '5', ...answerTo(last), to: inbound })
    expect(await said(agent, id)).toEqual(['1', '2', '3', '4', '5'])
  })

  it('S-2 into a closed ticket reopens it', async () => {
    const { hub, agent, sent } = await startMail()
    await mail(hub, { from: ada })
    const { id } = await only(agent)
    granted(await agent.emitWithAck('ticket.close', { ticket: id }))
    await reply(agent, id, 'One more thing')
    await sent()
    expect(await only(agent)).toMatchObject({ id, status: 'open' })
  })

  it('R-13, F19 is tried again under the same Message-ID while the relay is down', async () => {
    let down = true
    const { hub, agent, relay, sent } = await startMail({}, () => (down ? { code: 451, words: '4.3.0 later' } : null))
    await mail(hub, { from: ada })
    const { id } = await only(agent)
    await reply(agent, id, 'Hello')
    await eventually(async () => {
      const waiting = hub.db.selectFrom('deliveries').select('attempts').where('attempt_at', 'is', null)
      expect(await waiting.execute()).toEqual([{ attempts: 1 }])
    })
    expect(await states(agent, id)).toEqual([])
    down = false
    await hub.advance(5_000)
    await sent()
    const ids = relay.tried.map(({ headers }) => headers.get('message-id'))
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
    await eventually(async () => expect(await states(agent, id)).toEqual(['sent']))
  })

  it('R-13 that the relay refuses for good has failed with its reason', async () => {
    const { hub, agent } = await startMail({}, () => ({ code: 550, words: '5.1.1 no such user' }))
    await mail(hub, { from: ada })
    const { id } = await only(agent)
    await reply(agent, id, 'Hello')
    await eventually(async () => expect(await states(agent, id)).toEqual(['failed']))
    const { events } = await openTicket(agent, id)
    expect(events.at(-1)).toMatchObject({ words: saying('no such user') })
  })

  it('R-1 is not offered while no mail can leave', async () => {
    const { hub, agent } = await startMail()
    await mail(hub, { from: ada })
    const { id } = await only(agent)
    await hub.settings((settings) => ({ ...settings, email: { ...settings.email, on: false } }))
    expect((await only(agent)).reply.offered).toEqual([{ channel: 'email', until: null, refused: 'not_connected' }])
    expect(await agent.emitWithAck('reply.send', { ticket: id, ...say('Hello') })).toMatchObject({
      code: 'not_connected',
    })
  })
})

/** What a mail server says of a mail it could not deliver (RFC 3464). */
function report(to: string, original: string, { action = 'failed', status = '5.1.1' } = {}): Letter {
  const lines = [
    'From: MAILER-DAEMON@customer.example',
    `To: ${to}`,
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    '',
    'We are sorry.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; customer.example',
    '',
    `Final-Recipient: rfc822; ${ada}`,
    `Action: ${action}`,
    `Status: ${status}`,
    `Diagnostic-Code: smtp; 550 ${status} mailbox is full of snow`,
    '',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: ${original}`,
    '',
    '--b--',
    '',
  ]
  return { from: '', envelopeFrom: '', rcpt: [to], raw: lines.join('\r\n') }
}

describe('a report', () => {
  it('R-13 on a mail that could not be delivered fails that very message, with its reason', async () => {
    const { hub, agent, sent } = await startMail()
    await mail(hub, { from: ada })
    const { id } = await only(agent)
    await reply(agent, id, 'One')
    await sent()
    const two = say('Two')
    granted(await agent.emitWithAck('reply.send', { ticket: id, ...two }))
    const second = await sent(2)
    await eventually(async () => expect(await states(agent, id)).toEqual(['sent', 'sent']))
    const late = report(second.envelopeFrom, '<not@told.example>', { action: 'delayed', status: '4.4.1' })
    await mail(hub, late)
    expect(await states(agent, id)).toEqual(['sent', 'sent'])
    await mail(hub, report(second.envelopeFrom, '<not@told.example>'))
    await mail(hub, report(second.envelopeFrom, '<not@told.example>'))
    const { events, row } = await openTicket(agent, id)
    expect(events.at(-1)).toMatchObject({ message: two.id, state: 'failed', words: saying('full of snow') })
    expect(events.filter((e) => e.type === 'delivery')).toHaveLength(3)
    expect([row.unread, await rows(agent)]).toMatchObject([false, [{ id }]])
  })

  it('R-13 that names only our Message-ID is believed as well', async () => {
    const { hub, agent, sent } = await startMail()
    await mail(hub, { from: ada })
    const { id } = await only(agent)
    await reply(agent, id, 'One')
    const original = (await sent()).headers.get('message-id') ?? ''
    await mail(hub, report(inbound, original))
    await eventually(async () => expect((await states(agent, id)).at(-1)).toBe('failed'))
  })

  it('S13 with a forged mark changes nothing', async () => {
    const { hub, agent, sent } = await startMail()
    await mail(hub, { from: ada })
    const { id } = await only(agent)
    await reply(agent, id, 'One')
    const { envelopeFrom } = await sent()
    await eventually(async () => expect(await states(agent, id)).toEqual(['sent']))
    const forged = envelopeFrom.replace(/\+(.)/, (_, letter: string) => `+${letter === 'a' ? 'b' : 'a'}`)
    await mail(hub, report(forged, `<${'a'.repeat(42)}@shop.example>`))
    expect(await states(agent, id)).toEqual(['sent'])
    expect(await rows(agent)).toHaveLength(1)
  })
})

describe('automatic mail', () => {
  const vacation = { 'Auto-Submitted': 'auto-replied' }

  it('P-5 joins like any other, also where it answers the address that reports come to', async () => {
    const { hub, agent, sent } = await startMail()
    await mail(hub, { from: ada })
    const { id } = await only(agent)
    await reply(agent, id, 'One')
    const { envelopeFrom, headers } = await sent()
    const answers = headers.get('message-id') ?? ''
    await mail(hub, { from: ada, text: 'Away', envelopeFrom: '', to: envelopeFrom, headers: vacation, answers })
    await mail(hub, { from: ada, text: 'Away too', envelopeFrom: '', to: envelopeFrom, headers: vacation })
    expect(await said(agent, id)).toEqual(['Hello', 'One', 'Away', 'Away too'])
    expect(await rows(agent)).toHaveLength(1)
  })

  it('P-5, S14 two desks of which one answers everything at once fall silent', async () => {
    const { hub, agent, relay, sent } = await startMail()
    await mail(hub, { from: ada })
    const { id } = await only(agent)
    await reply(agent, id, 'One')
    const ours = await sent()
    for (let n = 0; n < 3; n++) await mail(hub, { from: ada, text: `We have it ${n}`, ...answerTo(ours) })
    await mail(hub, { from: 'noreply@other.example', text: 'We have it', headers: vacation })
    expect(await hub.db.selectFrom('deliveries').select('id').execute()).toHaveLength(1)
    expect(relay.tried).toHaveLength(1)
  })
})
