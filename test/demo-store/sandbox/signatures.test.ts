import { expect, it } from 'vitest'
import { metaSignature, twilioSignature } from '../../../demo-store/sandbox/signatures.ts'
import { openBoth, secret } from './desk.ts'

/** By another library and another way than the sandbox's own. */
const hmac = async (hash: 'SHA-1' | 'SHA-256', key: string, text: string): Promise<Buffer> => {
  const algorithm = { name: 'HMAC', hash }
  const imported = await crypto.subtle.importKey('raw', new TextEncoder().encode(key), algorithm, false, ['sign'])
  return Buffer.from(await crypto.subtle.sign('HMAC', imported, new TextEncoder().encode(text)))
}

it('signs like the example of Twilio’s own documentation', () => {
  const form = new URLSearchParams({
    Digits: '1234',
    To: '+18005551212',
    From: '+14158675310',
    Caller: '+14158675310',
    CallSid: 'CA1234567890ABCDE',
  })
  expect(twilioSignature('12345', 'https://example.com/myapp.php?foo=1&bar=2', form)).toBe(
    'L/OH5YylLD5NRKLltdqwSvS0BnU=',
  )
})

it('signs a form for Twilio over the public address and its fields in order', async () => {
  const { sandbox, desk } = await openBoth()
  await sandbox.text('tw-1002', 'sms', 'Wo bleibt mein Paket? & 100 % Ä +')
  const [post] = desk.posts
  const fields = [...new URLSearchParams(post?.body.toString('utf8'))].map(([name, value]) => name + value)
  const signed = await hmac('SHA-1', secret, `https://desk.demo.example/hooks/twilio${fields.sort().join('')}`)
  expect(post?.headers['x-twilio-signature']).toBe(signed.toString('base64'))
})

it('signs the very bytes of a batch for Meta, with everything beyond ASCII escaped', async () => {
  const { sandbox, desk } = await openBoth()
  await sandbox.text('tw-1004', 'messenger', 'أين طلبي؟ 📦')
  const [post] = desk.posts
  const bytes = post?.body.toString('latin1') ?? ''
  expect(bytes).toMatch(/^[\x20-\x7e]+$/)
  expect(bytes).toContain('\\ud83d\\udce6')
  expect(post?.headers['x-hub-signature-256']).toBe(`sha256=${(await hmac('SHA-256', secret, bytes)).toString('hex')}`)
  expect(metaSignature('key', 'x')).toBe(`sha256=${(await hmac('SHA-256', 'key', 'x')).toString('hex')}`)
  expect(desk.messages()).toMatchObject([{ text: 'أين طلبي؟ 📦' }])
})
