import { expect, it } from 'vitest'
import { cases, casesOf, listCases, runCases } from '../../../demo-store/sandbox/sim/run.ts'
import { hooksUrl, openBoth, secret } from './desk.ts'

const ready = async (some: { secret?: string } = {}) => {
  const { desk } = await openBoth()
  const lines: string[] = []
  const say = (line: string): void => void lines.push(line)
  const options = { deskUrl: desk.url, hooksUrl, smtpPort: desk.smtpPort, secret, now: Date.now, say, ...some }
  return { desk, lines, run: (name: string) => runCases(casesOf(name), '', options) }
}

it('posts every case, each understood by the porches as it is meant', async () => {
  const { desk, lines, run } = await ready()
  const isRight = await run('all')
  expect(lines.filter((line) => line.includes('BAD'))).toEqual([])
  expect(isRight).toBe(true)
  expect(lines.length).toBeGreaterThan(cases.length * 2)
  const texts = desk.messages().map(({ text }) => text.trim())
  for (const text of [
    'The first of the batch',
    'The last of the batch',
    'The third of the batch',
    'Message 5 of five',
  ]) {
    expect(texts).toContain(text)
  }
  expect(texts).not.toContain('Let me in')
  expect(texts.filter((text) => text === 'Ten times the same')).toHaveLength(40)
  expect(
    new Set(desk.messages().flatMap((one) => (one.text === 'Ten times the same' ? one.externalId : []))).size,
  ).toBe(4)
  expect(desk.ignored).toEqual(expect.arrayContaining(['twilio: status teleported', 'whatsapp: hologram']))
})

it('says what was answered when it is not right', async () => {
  const { lines, run } = await ready({ secret: 'a secret that the desk does not have at all' })
  expect(await run('sms/text')).toBe(false)
  expect(lines).toEqual([
    'sms/text: One SMS of a stranger: one message.',
    '  BAD sent an SMS; answered 403 (right: 200 or 204)',
  ])
})

it('finds cases by name and by channel, and lists them all', () => {
  expect(casesOf('sms/duplicate').map(({ name }) => name)).toEqual(['sms/duplicate'])
  expect(casesOf('email').length).toBeGreaterThan(5)
  expect(casesOf('fax')).toEqual([])
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length)
  const lines: string[] = []
  listCases((line) => void lines.push(line))
  for (const { name, words } of cases) expect(lines.join('\n')).toMatch(new RegExp(`  ${name} +${words.slice(0, 9)}`))
})
