import { expect, it, onTestFinished } from 'vitest'
import { granted, openTicket, reply, texts } from '../talk.ts'
import { startSms, text } from '../text-messages.ts'
import { eventually } from '../../eventually.ts'

const hannes = '+4930231251001'
const long = `https://shop.example/orders/${'0123456789'.repeat(8)}?from=desk`

async function desk(own: Parameters<typeof startSms>[0] = {}) {
  const { hub, sent } = await startSms(own)
  onTestFinished(() => hub.close())
  const { socket: agent } = await hub.agent()
  await text(hub, hannes, 'JOIN')
  await text(hub, hannes, 'Where is it?')
  const { rows } = granted(
    await agent.emitWithAck('list.read', { view: 'all', status: 'any', sort: 'newest', after: null }),
  )
  return { hub, sent, agent, ticket: rows[0]?.id ?? '' }
}

it('R-12, S10 sends a short link that nobody guesses, shows the agent the long one, leads on to it and tells of the first click', async () => {
  const { hub, sent, agent, ticket } = await desk()
  await reply(agent, ticket, `Here: ${long}.`)
  await eventually(() => expect(sent()).toHaveLength(1))
  const body = sent()[0]?.['Body'] ?? ''
  const [, short = ''] = /^Here: (http:\/\/[^/]+\/l\/[A-Za-z0-9]{11})\.$/.exec(body) ?? []
  expect(short, body).not.toBe('')
  expect(texts((await openTicket(agent, ticket)).events)).toContain(`Here: ${long}.`)

  const clicked = async () => (await openTicket(agent, ticket)).events.filter(({ type }) => type === 'clicked')
  await fetch(short, { method: 'HEAD', redirect: 'manual' })
  expect(await clicked()).toEqual([])
  for (let n = 0; n < 3; n++) {
    const answer = await fetch(short, { redirect: 'manual' })
    expect([answer.status, answer.headers.get('location')]).toEqual([302, long])
  }
  expect(await clicked()).toMatchObject([{ url: long }])
  expect((await fetch(`${hub.url}/l/AAAAAAAAAA`, { redirect: 'manual' })).status).toBe(404)
})

it('R-12 leaves links as they are where the setting is off, and those that are short already', async () => {
  const off = await desk({ shortenLinks: false })
  await reply(off.agent, off.ticket, long)
  await eventually(() => expect(off.sent()[0]?.['Body']).toBe(long))
  const on = await desk()
  await reply(on.agent, on.ticket, 'https://a.example')
  await eventually(() => expect(on.sent()[0]?.['Body']).toBe('https://a.example'))
})
