import { describe, expect, it } from 'vitest'
import type { Settings } from '../../../server/protocol/settings.ts'
import { answerTo, inbound, mail, only, rows, said, startMail, support } from '../mails.ts'
import { openTicket } from '../talk.ts'
import { eventually } from '../../eventually.ts'

const ada = 'ada@customer.example'
const acknowledgement: Settings['email']['acknowledgement'] = {
  on: true,
  subject: 'We have it',
  text: 'Thank you, says {{organization}}.',
}
const day = 24 * 3_600_000

describe('the acknowledgement of a mail', () => {
  it('P-5, S-3 goes once to whoever opens a ticket, in their thread, with no word of theirs', async () => {
    const { hub, agent, sent } = await startMail({ acknowledgement })
    const id = await mail(hub, {
      from: ada,
      name: 'Ada',
      subject: 'Buy at http://evil.example',
      text: 'Look at my site',
    })
    const ours = await sent()
    expect(ours).toMatchObject({ to: [ada], subject: 'We have it', text: 'Thank you, says Your shop.' })
    expect(ours.headers.get('from')).toBe(`Your shop <${support}>`)
    expect(ours.headers.get('auto-submitted')).toBe('auto-replied')
    expect(ours.headers.get('in-reply-to')).toBe(id)
    expect(ours.raw.toString()).not.toContain('evil.example')
    const row = await only(agent)
    expect(row).toMatchObject({ unread: true, preview: { from: 'customer', text: 'Look at my site' } })
    const last = (await openTicket(agent, row.id)).events.findLast(({ type }) => type === 'message')
    expect(last).toMatchObject({ from: 'automatic', sent: 'answer' })

    // What is answered to it joins, and brings no other.
    await mail(hub, { from: ada, text: 'Thanks', ...answerTo(ours) })
    expect(await said(agent, row.id)).toEqual(['Look at my site', 'Thank you, says Your shop.', 'Thanks'])
  })

  it('P-5a at most once a sender and day, however many tickets they open', async () => {
    const { hub, agent, sent, relay } = await startMail({ acknowledgement })
    for (const subject of ['One', 'Two', 'Three']) await mail(hub, { from: ada, subject, text: subject })
    expect(await rows(agent)).toHaveLength(3)
    await sent()
    await hub.advance(day)
    await mail(hub, { from: ada, subject: 'Four', text: 'Four' })
    await sent(2)
    const queued = await hub.db.selectFrom('deliveries').select('id').execute()
    expect(queued).toHaveLength(2)
    await eventually(() => expect(relay.taken).toHaveLength(2))
  })

  it.each([
    ['that says so', { headers: { 'auto-submitted': 'auto-generated' } }],
    ['of a list', { headers: { 'list-id': '<news.customer.example>', precedence: 'list' } }],
    ['that bounces', { envelopeFrom: '' }],
    ['of our own', { from: support }],
    ['of a robot', { from: 'no-reply@customer.example' }],
  ])('P-5a never a mail %s', async (_, letter) => {
    const { hub } = await startMail({ acknowledgement })
    await mail(hub, { from: ada, to: inbound, text: 'Beep', ...letter })
    expect(await hub.db.selectFrom('deliveries').select('id').execute()).toEqual([])
  })

  it('P-5 is off by default', async () => {
    const { hub, agent } = await startMail()
    await mail(hub, { from: ada, text: 'Hello' })
    expect(await said(agent, (await only(agent)).id)).toEqual(['Hello'])
    expect(await hub.db.selectFrom('deliveries').select('id').execute()).toEqual([])
  })
})
