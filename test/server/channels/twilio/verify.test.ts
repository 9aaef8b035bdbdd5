import { createHash, createHmac } from 'node:crypto'
import { expect, it } from 'vitest'
import { verifyTwilio } from '../../../../server/channels/twilio/verify.ts'

const token = '12345'
const form = 'application/x-www-form-urlencoded'

const request = (url: string, body: string, signature: string, type = form) => ({
  method: 'POST',
  url,
  headers: { 'content-type': type, 'x-twilio-signature': signature },
  body: Buffer.from(body),
})
const sign = (text: string) => createHmac('sha1', token).update(text).digest('base64')

it('S12 agrees with the example of the documentation', () => {
  const body = new URLSearchParams({
    To: '+18005551212',
    Digits: '1234',
    From: '+14158675309',
    Caller: '+14158675309',
    CallSid: 'CA1234567890ABCDE',
  })
  const url = 'https://mycompany.com/myapp.php?foo=1&bar=2'
  expect(verifyTwilio(request(url, body.toString(), 'RSOYDt4T1cUTdK1PDd93/VVr8B8='), token)).toBe(true)
  expect(verifyTwilio(request(`${url}&bar=3`, body.toString(), 'RSOYDt4T1cUTdK1PDd93/VVr8B8='), token)).toBe(false)
})

it.each([
  ['https://desk.example/sms', 'https://desk.example/sms'],
  ['https://desk.example/sms', 'https://desk.example:443/sms'],
  ['https://desk.example:443/sms?a=1', 'https://desk.example/sms?a=1'],
  ['http://desk.example/sms', 'http://desk.example:80/sms'],
  ['https://desk.example:8443/sms', 'https://desk.example:8443/sms'],
  ['https://desk.example:8443/sms', 'https://desk.example/sms'],
  ['http://[::1]:3000/sms', 'http://[::1]:3000/sms'],
])('S12 finds %s signed as %s', (ours, signed) => {
  expect(verifyTwilio(request(ours, 'A=1', sign(`${signed}A1`)), token)).toBe(true)
})

it.each([
  ['https://desk.example/sms', 'http://desk.example/sms'],
  ['https://desk.example/sms', 'https://desk.example:8443/sms'],
  ['https://desk.example/sms', 'https://evil.example/sms'],
  ['https://desk.example/sms', 'https://desk.example/sms/'],
])('S12 does not take %s for %s', (ours, signed) => {
  expect(verifyTwilio(request(ours, 'A=1', sign(`${signed}A1`)), token)).toBe(false)
})

it('S12 sorts keys by their letters, capitals first, and each value of a repeated key once', () => {
  const url = 'https://desk.example/sms'
  const body = 'b=2&B=1&a=z&a=y&a=z&empty='
  expect(verifyTwilio(request(url, body, sign(`${url}B1ayazb2empty`)), token)).toBe(true)
})

it('S12 reads values before it checks them: plus, percent, letters of any script', () => {
  const url = 'https://desk.example/sms'
  expect(verifyTwilio(request(url, 'Body=1+%2B+%C3%9F%26%F0%9F%9A%9A', sign(`${url}Body1 + ß&🚚`)), token)).toBe(true)
})

it('S12 accepts JSON only with its digest in the signed address', () => {
  const body = '{"a":1}'
  const url = `https://desk.example/sms?bodySHA256=${createHash('sha256').update(body).digest('hex')}`
  expect(verifyTwilio(request(url, body, sign(url), 'application/json'), token)).toBe(true)
  expect(verifyTwilio(request(url, '{"a":2}', sign(url), 'application/json'), token)).toBe(false)
  const bare = 'https://desk.example/sms'
  expect(verifyTwilio(request(bare, body, sign(bare), 'application/json'), token)).toBe(false)
  expect(verifyTwilio(request(bare, 'A=1', sign(bare), 'multipart/form-data'), token)).toBe(false)
})
