import { createHmac } from 'node:crypto'
import { expect, it } from 'vitest'
import { answerHandshake, verifyMeta } from '../../../../server/channels/meta/verify.ts'

const asked = (query: string) => ({
  method: 'GET',
  url: `https://desk.example/hooks/meta?${query}`,
  headers: {},
  body: Buffer.from(''),
})

it('S12 answers the handshake with the challenge and nothing else', () => {
  const good = 'hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=meatyham'
  expect(answerHandshake(asked(good), 'meatyham')).toBe('1158201444')
  expect(answerHandshake(asked(good), 'other')).toBeNull()
  expect(answerHandshake(asked(good), '')).toBeNull()
  expect(answerHandshake(asked(good.replace('subscribe', 'unsubscribe')), 'meatyham')).toBeNull()
  expect(answerHandshake(asked('hub.mode=subscribe&hub.challenge=1'), 'meatyham')).toBeNull()
  expect(answerHandshake(asked('hub.mode=subscribe&hub.challenge=1&hub.verify_token='), '')).toBeNull()
  expect(answerHandshake(asked(good.replace('1158201444', '%3Cscript%3E')), 'meatyham')).toBeNull()
  expect(answerHandshake(asked(good.replace('hub.challenge=1158201444', 'x=1')), 'meatyham')).toBeNull()
})

it('S12 checks the very bytes, not what they mean', () => {
  const sign = (text: string) => `sha256=${createHmac('sha256', 'secret').update(text).digest('hex')}`
  const posted = String.raw`{ "a": "\u00e4\/" }`
  const request = { method: 'POST', url: '', body: Buffer.from(posted) }
  expect(verifyMeta({ ...request, headers: { 'x-hub-signature-256': sign(posted) } }, 'secret')).toBe(true)
  const rewritten = JSON.stringify(JSON.parse(posted))
  expect(verifyMeta({ ...request, headers: { 'x-hub-signature-256': sign(rewritten) } }, 'secret')).toBe(false)
  expect(verifyMeta({ ...request, headers: { 'x-hub-signature': sign(posted) } }, 'secret')).toBe(false)
})
