import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Settings, storedSettings } from '../../../server/protocol/settings.ts'
import { type Installation, startInstallation, storefront } from '../installation.ts'
import { hear, load, say, send, told, turnedAway } from '../talk.ts'
import { eventually } from '../../eventually.ts'

let hub: Installation
let owner: { cookie: string }
beforeAll(async () => {
  hub = await startInstallation()
  owner = await hub.member('owner')
})
afterAll(() => hub.close())

async function change(to: (settings: Settings) => Settings) {
  const { version, settings } = storedSettings.parse(await (await hub.get('/api/settings', owner)).json())
  const answer = await hub.post('/api/settings', { version, settings: to(settings) }, owner, 'PUT')
  expect(answer.status).toBe(200)
}
const visible = (visibility: 'signed_in' | 'nobody', on = true) =>
  change((settings) => ({
    ...settings,
    general: { ...settings.general, storefronts: [storefront] },
    hub: { ...settings.hub, on },
    webChat: { ...settings.webChat, visibility },
  }))

const session = async () => {
  const answer = await hub.get('/api/hub/session', { authorization: `Bearer ${await hub.token('ines')}` })
  const body: unknown = await answer.json()
  return body
}
const off = { ok: false, code: 'chat_off', retry: false }

describe('who can chat', () => {
  it('W-2b nobody can until somebody has chosen it', async () => {
    // Before the first save no page is the shop's own either.
    expect(await turnedAway(hub.shopper('ines'))).not.toBe('let in')
    expect(await turnedAway(hub.shopper('ines', { origin: null }))).toBe('chat_off')
    expect(await session()).toEqual({ ok: true, chat: false, running: false, unread: 0 })
  })

  it('W-2c signed-in shoppers can when it says so, and W-2a only while the hub is switched on', async () => {
    await visible('signed_in', false)
    expect(await turnedAway(hub.shopper('ines'))).toBe('chat_off')
    await visible('signed_in')
    expect(await turnedAway(hub.shopper('ines'))).toBe('let in')
    expect(await session()).toMatchObject({ chat: true })
    expect(await turnedAway(hub.shopper('ines', { token: undefined }))).toBe('signed_out')
    await visible('nobody')
    expect(await turnedAway(hub.shopper('ines'))).toBe('chat_off')
    expect(await session()).toMatchObject({ chat: false })
  })

  it('W-2d a switch while connected is told at once; what is sent then is refused and nothing of it is kept', async () => {
    await visible('signed_in')
    const shopper = await hub.shopper('jule')
    const heard = hear(shopper)
    const { ticket } = await send(shopper, 'While it is on')
    await visible('nobody')
    await told(heard, 'chat.visible', { on: false })
    const message = say('Into the void')
    expect(await shopper.emitWithAck('message.send', message)).toEqual(off)
    await visible('signed_in', false)
    expect(await shopper.emitWithAck('message.send', message)).toEqual(off)
    await visible('signed_in')
    await told(heard, 'chat.visible', { on: true })
    // The same message, tried again by hand, is sent then.
    expect(await shopper.emitWithAck('message.send', message)).toMatchObject({ ok: true, ticket, n: 2 })
    await eventually(async () => expect((await load(shopper)).events).toHaveLength(2))
  })

  it('W-7 hours that are saved while somebody is connected are told at once', async () => {
    await visible('signed_in')
    const shopper = await hub.shopper('hours')
    const heard = hear(shopper)
    const always = Array.from({ length: 7 }, () => [{ start: 0, end: 1440 }])
    await change(({ webChat, ...rest }) => ({
      ...rest,
      webChat: { ...webChat, officeHours: { days: always, holidays: [] } },
    }))
    await told(heard, 'chat.visible', { on: true, hours: { open: true, changesAt: null } })
    expect((await load(shopper)).hours).toEqual({ open: true, changesAt: null })
    await change(({ webChat, ...rest }) => ({
      ...rest,
      webChat: { ...webChat, officeHours: { days: always.map(() => []), holidays: [] } },
    }))
    await told(heard, 'chat.visible', { on: true, hours: null })
  })
})
