import { afterAll, beforeAll, expect, it } from 'vitest'
import { usualPreferences } from '../../../server/protocol/own-choices.ts'
import { type AgentSocket, type Installation, startInstallation } from '../installation.ts'
import { granted, hear, told, unruly } from '../talk.ts'

let hub: Installation
beforeAll(async () => {
  hub = await startInstallation()
})
afterAll(() => hub.close())

const opened = async (socket: AgentSocket) => granted(await socket.emitWithAck('desk.open', {})).preferences

it('D-9a are each agent’s own, kept on the desk, and told to all their pages and to nobody else', async () => {
  const [jonas, priya] = [await hub.agent(), await hub.agent()]
  const second = await hub.agentSocket(jonas.cookie)
  const heard = { second: hear(second), priya: hear(priya.socket) }
  expect(await opened(jonas.socket)).toEqual(usualPreferences)
  granted(await jonas.socket.emitWithAck('preferences.change', { sound: true, messages: 'mine' }))
  await told(heard.second, 'preferences.changed', { ...usualPreferences, sound: true, messages: 'mine' })
  granted(await second.emitWithAck('preferences.change', { singleKeys: false, quietChannels: ['sms', 'email'] }))
  const mine = {
    ...usualPreferences,
    sound: true,
    messages: 'mine',
    singleKeys: false,
    quietChannels: ['sms', 'email'],
  }
  expect(await opened(await hub.agentSocket(jonas.cookie))).toEqual(mine)
  expect(await opened(priya.socket)).toEqual(usualPreferences)
  expect(heard.priya.filter(({ name }) => name === 'preferences.changed')).toEqual([])
})

it('D-9a two changes made at one moment both hold', async () => {
  const { socket, cookie } = await hub.agent()
  const second = await hub.agentSocket(cookie)
  for (let round = 0; round < 5; round++) {
    const on = round % 2 === 0
    await Promise.all([
      socket.emitWithAck('preferences.change', { sound: on }),
      second.emitWithAck('preferences.change', { browser: on }),
    ])
    expect(await opened(socket)).toMatchObject({ sound: on, browser: on })
  }
})

it('D-9a nothing that nobody promised is kept, and what another version kept takes nothing along', async () => {
  const { socket, id } = await hub.agent()
  for (const change of [
    {},
    { sound: 'yes' },
    { messages: 'loud' },
    { quietChannels: ['fax'] },
    { away: true },
    { sound: true, messages: null },
  ]) {
    const refusal = { ok: false, code: 'bad_request', retry: false }
    expect(await unruly(socket).ask('preferences.change', change)).toEqual(refusal)
  }
  granted(await socket.emitWithAck('preferences.change', Object.assign({ sound: true }, { role: 'owner' })))
  const kept = await hub.db.selectFrom('members').select(['preferences', 'role']).where('id', '=', id).execute()
  expect(kept).toEqual([{ preferences: { sound: true }, role: 'support' }])
  for (const stored of ['{"sound":true,"messages":"loud","quietChannels":["fax"],"later":1}', '[]', '"text"', 'null']) {
    await hub.db.updateTable('members').set({ preferences: stored }).where('id', '=', id).execute()
    const expected = stored.startsWith('{') ? { ...usualPreferences, sound: true } : usualPreferences
    expect([stored, await opened(socket)]).toEqual([stored, expected])
  }
})
