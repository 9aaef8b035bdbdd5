import { expect, it, onTestFinished } from 'vitest'
import { probeMail } from '../../../../server/channels/mail/probe-mail.ts'
import { nobodysUrl } from '../provider.ts'
import { openRelay, type Script } from './relay.ts'

async function relay(script: Script = {}) {
  const opened = await openRelay(script)
  onTestFinished(opened.close)
  return opened
}
const soon = { connectMs: 300, greetingMs: 300, silenceMs: 300 }

it('D-11b greets the relay and begins no mail', async () => {
  const { url, commands } = await relay()
  expect(await probeMail(url, soon)).toEqual({ outcome: 'works', about: null, words: null })
  expect(commands.filter((command) => !/^(EHLO|QUIT)/.test(command))).toEqual([])
})

it('D-11b says that the relay does not know the password', async () => {
  const { url } = await relay({ EHLO: '250-relay.example\r\n250 AUTH PLAIN', AUTH: '535 5.7.8 who are you' })
  const found = await probeMail(url.replace('//', '//user:wrong@'), soon)
  expect(found).toMatchObject({ outcome: 'wrong_credentials' })
  expect(JSON.stringify(found)).not.toContain('user:wrong')
})

it.each<[string, Script, string]>([
  ['that turns us away', { greeting: '554 5.7.1 not from there' }, 'refused'],
  ['that says nothing', { greeting: 'hang' }, 'unreachable'],
  ['that closes the door', { EHLO: 'die' }, 'unreachable'],
])('D-11b tells of a relay %s', async (_name, script, outcome) => {
  const { url } = await relay(script)
  expect(await probeMail(url, soon)).toMatchObject({ outcome, about: new URL(url).host })
})

it('D-11b says that nobody is there', async () => {
  const url = (await nobodysUrl()).replace('http', 'smtp')
  expect(await probeMail(url, soon)).toMatchObject({ outcome: 'unreachable' })
})
