import { expect, it, onTestFinished } from 'vitest'
import { foresight, type ForesightAsk } from '../../../server/protocol/foresight.ts'
import type { AgentSocket, Installation } from '../installation.ts'
import { granted, reply } from '../talk.ts'
import { startSms, text } from '../text-messages.ts'

const hannes = '+4930231251001'

async function desk() {
  const { hub } = await startSms()
  onTestFinished(() => hub.close())
  const [owner, { socket }] = [await hub.member('owner'), await hub.agent()]
  const ask = async (asked: Partial<ForesightAsk>) => {
    const body = { channel: 'sms', sender: hannes, text: 'Hello', answers: null, ...asked }
    return foresight.parse(await (await hub.post('/api/settings/foresee', body, owner)).json())
  }
  return { hub, agent: socket, ask }
}

const rows = async (agent: AgentSocket) =>
  granted(await agent.emitWithAck('list.read', { view: 'all', status: 'any', sort: 'newest', after: null })).rows

/** What the desk really does with it. */
async function really(hub: Installation, agent: AgentSocket, words: string) {
  const before = await rows(agent)
  await text(hub, hannes, words)
  const after = await rows(agent)
  const [row] = after
  const was = before[0]
  if (after.length > before.length) return 'new'
  if (was?.status === 'closed' && row?.status === 'open') return 'reopen'
  return row?.last === was?.last ? 'none' : row?.preview?.text === words ? 'join' : 'none'
}

it('S-8 says that a stranger’s message would be judged spam, and that an answered customer’s would not', async () => {
  const { hub, agent, ask } = await desk()
  const prize = 'URGENT! You have WON a £1000 prize. Call 09061701461 now to claim. 150ppm 18+'
  expect(await ask({ text: prize })).toMatchObject({ because: { rule: 'S-8', found: 'spam' }, outcome: 'spam' })
  await text(hub, hannes, 'JOIN')
  await text(hub, hannes, 'Where is my parcel?')
  const [row] = await rows(agent)
  await reply(agent, row?.id ?? '', 'On its way')
  expect(await ask({ text: prize })).toMatchObject({ because: { found: 'live' }, outcome: 'join' })
})

it('T-3, T-11, M-1 says what then really happens, and changes nothing by asking', async () => {
  const { hub, agent, ask } = await desk()
  for (const [words, found] of [
    ['STOP', 'keyword'],
    ['Hello', 'nothing'],
    ['Anybody?', 'live'],
    ['HELP', 'keyword'],
  ] as const) {
    const foreseen = await ask({ text: words })
    expect(foreseen.because.found).toBe(found)
    expect([words, await really(hub, agent, words)]).toEqual([words, foreseen.outcome])
  }
  const [row] = await rows(agent)
  granted(await agent.emitWithAck('ticket.close', { ticket: row?.id ?? '' }))
  expect(await ask({})).toMatchObject({
    customer: { becomes: 'joins', name: hannes },
    because: { rule: 'T-3', found: 'closed', ticket: row?.number },
    outcome: 'reopen',
    reply: { offered: [{ channel: 'sms', refused: 'opted_out' }] },
  })
  expect(await ask({ channel: 'messenger', sender: '24680' })).toMatchObject({
    customer: { becomes: 'none', name: null },
    because: { rule: 'T-6', found: 'nothing' },
    outcome: 'new',
  })
  expect(await ask({ channel: 'whatsapp', sender: hannes })).toMatchObject({
    customer: { becomes: 'joins' },
    because: { rule: 'T-4', found: 'nothing' },
    outcome: 'new',
  })
})

it('S-9 says that a blocked sender goes to the closed ticket', async () => {
  const { hub, agent, ask } = await desk()
  await text(hub, hannes, 'Hello')
  const [row] = await rows(agent)
  granted(await agent.emitWithAck('customer.block', { customer: row?.customer.id ?? '' }))
  expect(await ask({})).toMatchObject({ because: { rule: 'S-9', ticket: row?.number }, outcome: 'append' })
})
