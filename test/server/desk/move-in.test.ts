import { describe, expect, it } from 'vitest'
import type { AgentSocket } from '../installation.ts'
import { mail, rows, said, startMail } from '../mails.ts'
import { granted, openTicket, reply } from '../talk.ts'

const ada = 'ada@customer.example'
const eve = 'eve@stranger.example'

/** Ada's ticket, and Eve's, whose mail aimed at it. */
async function two() {
  const made = await startMail()
  const { hub, agent } = made
  const first = await mail(hub, { from: ada, name: 'Ada', text: 'Where is my parcel?' })
  const [adas] = await rows(agent)
  const second = await mail(hub, { from: eve, name: 'Eve', text: 'I am her neighbour: it is here.', answers: first })
  const eves = (await rows(agent)).find(({ id }) => id !== adas?.id)
  if (adas === undefined || eves === undefined) throw new Error('There are no two tickets.')
  return { ...made, first, second, adas, eves }
}

const move = (agent: AgentSocket, ticket: string, into: string) => agent.emitWithAck('ticket.moveIn', { ticket, into })
const details = async (agent: AgentSocket, ticket: string) =>
  granted(await agent.emitWithAck('ticket.details', { ticket })).linked

describe('a stranger’s mails', () => {
  it('T-2c go into the ticket they aimed at with one click, under their own name, and stay in the log they came with', async () => {
    const { hub, agent, adas, eves, sent } = await two()
    await reply(agent, adas.id, 'We look for it.')
    granted(await agent.emitWithAck('ticket.close', { ticket: adas.id }))
    expect(await details(agent, eves.id)).toMatchObject([{ id: adas.id, how: 'before', takes: true }])
    expect(await details(agent, adas.id)).toMatchObject([{ id: eves.id, how: 'after', takes: false }])
    granted(await move(agent, eves.id, adas.id))

    const moved = await openTicket(agent, adas.id)
    expect(moved.row).toMatchObject({ status: 'open', unread: true, answerTo: ada, preview: { from: 'customer' } })
    expect(moved.events.slice(-3)).toMatchObject([
      { type: 'status', status: 'open' },
      { type: 'moved', way: 'here', number: eves.number },
      { type: 'message', from: 'customer', name: 'Eve', text: 'I am her neighbour: it is here.', mail: {} },
    ])
    const left = await openTicket(agent, eves.id)
    expect(left.row).toMatchObject({ status: 'closed', unread: false })
    expect(left.events).toMatchObject([
      { type: 'message', text: 'I am her neighbour: it is here.' },
      { type: 'moved', way: 'there', number: adas.number },
      { type: 'status', status: 'closed', by: 'agent' },
    ])
    expect(await details(agent, eves.id)).toMatchObject([{ id: adas.id, how: 'merged_there', takes: false }])

    await reply(agent, adas.id, 'It is at your neighbour’s.')
    expect((await sent(2)).to).toEqual([ada])
    const hits = granted(
      await agent.emitWithAck('list.search', { view: 'all', status: 'any', search: 'neighbour', after: null }),
    )
    expect(hits.found.map(({ row }) => row.id)).toEqual([adas.id])
    expect(await hub.db.selectFrom('satisfaction').selectAll().execute()).toEqual([])
  })

  it('T-2c go on there: the stranger’s next mails join it, and so do the customer’s', async () => {
    const { hub, agent, first, second, adas, eves } = await two()
    granted(await move(agent, eves.id, adas.id))
    await mail(hub, { from: eve, text: 'Shall I bring it?', answers: second })
    await mail(hub, { from: eve, text: 'I am home until six.', answers: first })
    await mail(hub, { from: ada, text: 'Thank you, Eve!', answers: second })
    expect((await said(agent, adas.id)).slice(1)).toEqual([
      'I am her neighbour: it is here.',
      'Shall I bring it?',
      'I am home until six.',
      'Thank you, Eve!',
    ])
    expect(await said(agent, eves.id)).toEqual(['I am her neighbour: it is here.'])
    expect(await rows(agent)).toHaveLength(2)
  })

  it('T-2c are moved once, of two agents who do it at the same moment; and not where they do not belong', async () => {
    const { hub, agent, adas, eves } = await two()
    expect(await move(agent, adas.id, eves.id)).toMatchObject({ ok: false, code: 'conflict' })
    const answers = await Promise.all([move(agent, eves.id, adas.id), move(agent, eves.id, adas.id)])
    expect(answers.map((answer) => (answer.ok ? 'moved' : answer.code)).toSorted()).toEqual(['conflict', 'moved'])
    expect(await said(agent, adas.id)).toHaveLength(2)
    await mail(hub, { from: 'bob@stranger.example', text: 'Buy now' })
    const bobs = (await rows(agent)).find(({ id }) => ![adas.id, eves.id].includes(id))
    expect(await move(agent, bobs?.id ?? '', adas.id)).toMatchObject({ ok: false, code: 'conflict' })
  })

  it('T-2c leave a snoozed ticket asleep where nobody waits any more', async () => {
    const { hub, agent, adas, eves } = await two()
    granted(await agent.emitWithAck('ticket.snooze', { ticket: adas.id, until: hub.clock.now() + 3_600_000 }))
    granted(await agent.emitWithAck('ticket.close', { ticket: eves.id }))
    granted(await move(agent, eves.id, adas.id))
    expect((await openTicket(agent, adas.id)).row.status).toBe('snoozed')
  })
})
