import { describe, expect, it } from 'vitest'
import type { AgentSocket } from '../installation.ts'
import {
  metaSecret,
  onlyRow,
  postMeta,
  rowsOf,
  startMeta,
  tell,
  tellFixture,
  verifyToken,
  whatsApp,
} from '../meta-messages.ts'
import { openTicket, texts } from '../talk.ts'
import { keepSecrets } from '../text-messages.ts'

const ada = { phone: '15550100123', user: 'US.13491208655302741918', name: 'Ada L.' }
const threadOf = async (agent: AgentSocket, ticket: string) => texts((await openTicket(agent, ticket)).events)

describe('the door of Meta', () => {
  it('P-4 answers the handshake with the right token only, the challenge as the whole body', async () => {
    const { hub } = await startMeta()
    const ask = (token: string, challenge = '1158201444') =>
      fetch(
        `${hub.url}/hooks/meta?hub.mode=subscribe&hub.verify_token=${encodeURIComponent(token)}&hub.challenge=${challenge}`,
      )
    const right = await ask(verifyToken)
    expect([right.status, await right.text()]).toEqual([200, '1158201444'])
    expect((await ask('another')).status).toBe(403)
    expect((await ask(verifyToken, '<script>')).status).toBe(403)
    await keepSecrets(hub, { metaVerifyToken: null })
    expect((await ask('')).status).toBe(403)
  })

  it('P-4 lets in what Meta signed and nothing else, and nobody without a secret', async () => {
    const { hub, agent } = await startMeta()
    const message = whatsApp(hub, ada, 'Hello')
    expect((await postMeta(hub, message, 'another secret')).status).toBe(403)
    await keepSecrets(hub, { metaAppSecret: null })
    expect((await postMeta(hub, message)).status).toBe(403)
    expect((await postMeta(hub, message, '')).status).toBe(403)
    expect(await rowsOf(agent)).toEqual([])
    await keepSecrets(hub, { metaAppSecret: metaSecret })
    expect((await postMeta(hub, message)).status).toBe(200)
    expect(await rowsOf(agent)).toHaveLength(1)
  })

  it('P-4 takes the neighbours of what is broken, in their order, and has a quiet 200 for what it has no use for', async () => {
    const { hub, agent } = await startMeta()
    await tellFixture(hub, 'whatsapp-batch-with-one-broken')
    expect(await threadOf(agent, (await onlyRow(agent)).id)).toEqual(['first', 'second', 'third'])
    for (const name of ['whatsapp-reaction', 'whatsapp-group-message', 'whatsapp-account-error', 'unknown-object']) {
      await tellFixture(hub, name)
    }
    await tell(hub, Buffer.from('no json'))
    expect(await threadOf(agent, (await onlyRow(agent)).id)).toHaveLength(3)
  })

  it('P-4 bears ids and types that no store can hold: the neighbours come through', async () => {
    const { hub, agent } = await startMeta()
    const odd = (id: string, more?: object) => whatsApp(hub, ada, 'odd', { id, ...(more && { more }) })
    const file = { type: 'image', image: { id: '1\u0000', mime_type: 'image/\u0000jpeg', filename: 'a\ud800.jpg' } }
    const all = [odd('a\u0000b'), odd('wamid.odd', file), whatsApp(hub, ada, 'fine')]
    await tell(hub, { object: 'whatsapp_business_account', entry: all.flatMap(({ entry }) => entry) })
    expect(await threadOf(agent, (await onlyRow(agent)).id)).toContain('fine')
  })
})
