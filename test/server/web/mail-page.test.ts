import { expect, it } from 'vitest'
import { openedMail } from '../../../server/protocol/mail.ts'
import type { Installation } from '../installation.ts'
import { answerTo, mail, only, startMail } from '../mails.ts'
import { openTicket, reply } from '../talk.ts'

const ada = 'ada@customer.example'
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** What a signed-in agent gets of a message's mail. */
async function asAgent(hub: Installation) {
  const { cookie } = await hub.member('support')
  const page = async (id: string, query = '') => {
    const response = await hub.get(`/mail/${id}${query}`, { cookie })
    return { status: response.status, headers: response.headers, html: await response.text() }
  }
  const facts = async (id: string) => openedMail.parse(await (await hub.get(`/api/mails/${id}`, { cookie })).json())
  return { page, facts }
}

async function messagesOf(agent: Parameters<typeof only>[0]) {
  const { events } = await openTicket(agent, (await only(agent)).id)
  return events.flatMap((event) => (event.type === 'message' ? [event] : []))
}

it('P-2 an HTML mail is a page of its own that runs nothing and loads nothing from elsewhere until the agent asks', async () => {
  const { hub, agent } = await startMail()
  const html =
    '<p>Look: <img src="https://canary.example/pixel.gif"></p><script>fetch("https://canary.example/run")</script>' +
    '<style>@import url(https://canary.example/style)</style><form action="https://canary.example/form"><input></form>'
  await mail(hub, { from: ada, text: 'Look', html })
  const [message] = await messagesOf(agent)
  const { page, facts } = await asAgent(hub)
  expect(message?.mail).toEqual({ subject: 'My parcel', html: true, more: false })
  expect(await facts(message?.id ?? '')).toMatchObject({ html: true, held: 1 })

  const quiet = await page(message?.id ?? '')
  expect(quiet.status).toBe(200)
  expect(quiet.html).toContain('<p>Look: <img data-remote="https://canary.example/pixel.gif" /></p>')
  expect(quiet.html).not.toMatch(/<script|<form|<input|@import| src=/)
  const policy = quiet.headers.get('content-security-policy') ?? ''
  expect(policy).toMatch(/^default-src 'none'; img-src 'self' data:;/)
  expect(policy).toMatch(/sandbox allow-popups allow-popups-to-escape-sandbox$/)
  expect(quiet.headers.get('x-content-type-options')).toBe('nosniff')
  expect(quiet.headers.get('cache-control')).toBe('no-store')

  const asked = await page(message?.id ?? '', '?remote=1')
  expect(asked.html).toContain('src="https://canary.example/pixel.gif" referrerpolicy="no-referrer"')
  expect(asked.headers.get('content-security-policy')).not.toContain('script-src')
})

it('P-2 the pictures that came with a mail are part of its page, those of others are not', async () => {
  const { hub, agent } = await startMail()
  const html = '<p><img src="cid:cup@shop"><img src="cid:page@shop"></p>'
  await mail(hub, {
    from: ada,
    text: 'Look',
    html,
    files: [
      { filename: 'cup.png', content: dot, contentType: 'image/png', cid: 'cup@shop' },
      { filename: 'page.svg', content: '<svg/>', contentType: 'image/svg+xml', cid: 'page@shop' },
    ],
  })
  const [message] = await messagesOf(agent)
  const { page } = await asAgent(hub)
  const found = await page(message?.id ?? '')
  expect(found.html).toContain(`<img src="data:image/png;base64,${dot.toString('base64')}" />`)
  expect(found.html).not.toContain('svg')
})

it('T-2 all of a mail is there on demand: who wrote to whom, and what it quotes; of ours the transcript too', async () => {
  const { hub, agent, sent } = await startMail()
  const quoted = 'On Mon, 2 Nov 2026 at 10:00, Shop <support@shop.example> wrote:\n> It is on its way.'
  await mail(hub, { from: ada, text: `Thank you!\n\n${quoted}`, cc: ['bob@friend.example'], subject: 'Plates' })
  const { facts, page } = await asAgent(hub)
  const [message] = await messagesOf(agent)
  expect(message).toMatchObject({ text: 'Thank you!', mail: { subject: 'Plates', html: false, more: true } })
  expect(await facts(message?.id ?? '')).toMatchObject({
    subject: 'Plates',
    from: ada,
    to: ['support@desk.example'],
    cc: ['bob@friend.example'],
    text: `Thank you!\n\n${quoted}`,
    html: false,
    held: 0,
  })
  expect((await page(message?.id ?? '')).status).toBe(404)

  await reply(agent, (await only(agent)).id, 'You are welcome.')
  await sent()
  await mail(hub, { from: ada, ...answerTo(await sent()), text: 'Bye' })
  const [, ours] = await messagesOf(agent)
  expect(ours?.mail).toEqual({ subject: 'Re: Plates', html: false, more: false })
  expect(await facts(ours?.id ?? '')).toMatchObject({
    from: 'support@shop.example',
    to: [ada],
    text: 'You are welcome.',
  })
})

it('P-2 nobody reads a mail without being signed in, and a message that is no mail has none', async () => {
  const { hub, agent } = await startMail()
  await mail(hub, { from: ada, text: 'Look', html: '<p>Look</p>' })
  const [message] = await messagesOf(agent)
  for (const path of [`/mail/${message?.id}`, `/api/mails/${message?.id}`]) {
    expect((await hub.get(path)).status).toBe(401)
  }
  const { page } = await asAgent(hub)
  expect((await page('no-id')).status).toBe(404)
  expect((await page('00000000-0000-4000-8000-000000000000')).status).toBe(404)
})
