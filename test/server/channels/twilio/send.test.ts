import { expect, it } from 'vitest'
import type { Outbound } from '../../../../server/channels/channel.ts'
import { sendTwilio } from '../../../../server/channels/twilio/send.ts'
import { outbound, ownId, picture } from '../outbound.ts'
import { type Behaviour, startProvider } from '../provider.ts'
import { saying } from '../saying.ts'

const sms = (some: Partial<Outbound> = {}) =>
  outbound({ channel: 'sms', to: { kind: 'phone', value: '+15550100123' }, from: '+15550100001', ...some })
const created: Behaviour = { status: 201, body: '{"sid":"SM1"}' }

async function sent(message: Outbound, messagingServiceSid: string | null = null) {
  const { url, received } = await startProvider(created)
  const settings = { baseUrl: `${url}/`, accountSid: 'AC1', authToken: 'token', messagingServiceSid }
  expect(await sendTwilio(message, settings)).toEqual({ sent: true, externalId: 'SM1' })
  const [request] = received
  if (!request) throw new Error('nothing was sent')
  return { request, fields: [...new URLSearchParams(request.body)] }
}

it('speaks as the documentation asks', async () => {
  const { request, fields } = await sent(
    sms({ text: 'Grüße & 🚚', statusUrl: 'https://desk.example/hooks/twilio?a=1' }),
  )
  expect(request).toMatchObject({ method: 'POST', path: '/2010-04-01/Accounts/AC1/Messages.json' })
  expect(request.headers.authorization).toBe(`Basic ${btoa('AC1:token')}`)
  expect(request.headers['content-type']).toBe('application/x-www-form-urlencoded')
  expect(fields).toEqual([
    ['To', '+15550100123'],
    ['Body', 'Grüße & 🚚'],
    ['From', '+15550100001'],
    ['StatusCallback', `https://desk.example/hooks/twilio?a=1&message=${ownId}`],
  ])
})

it('sends pictures by their address', async () => {
  const attachments = [picture('https://desk.example/1'), picture('https://desk.example/2')]
  const { fields } = await sent(sms({ attachments }))
  expect(fields.filter(([key]) => key === 'MediaUrl').map(([, value]) => value)).toEqual([
    'https://desk.example/1',
    'https://desk.example/2',
  ])
})

it('leaves from the number last written to (T-3), also through a Messaging Service', async () => {
  const both = await sent(sms(), 'MG1')
  expect(both.fields).toContainEqual(['From', '+15550100001'])
  expect(both.fields).toContainEqual(['MessagingServiceSid', 'MG1'])
  const service = await sent(sms({ from: '' }), 'MG1')
  expect(service.fields.map(([key]) => key)).not.toContain('From')
})

it.each([
  ['21610', 400, { refused: true, code: '21610', words: saying('unsubscribed') }],
  ['21614', 400, { refused: true, code: '21614', words: saying('landline') }],
  ['21211', 400, { refused: true, code: '21211', words: saying('valid') }],
  ['20003', 401, { refused: true, code: '20003', words: saying('credentials') }],
  ['21611', 400, { retry: true, reason: '21611', afterMs: null }],
  ['20429', 429, { retry: true, reason: '20429', afterMs: null }],
  ['20500', 500, { retry: true, reason: '20500', afterMs: null }],
  ['99999', 400, { refused: true, code: '99999', words: saying('99999') }],
  ['constructor', 400, { refused: true, code: 'http 400', words: saying('400') }],
])('R-13 understands the code %s', async (code, status, result) => {
  const { url } = await startProvider({ status, body: JSON.stringify({ code, message: 'x', status }) })
  const settings = { baseUrl: url, accountSid: 'AC1', authToken: 'token', messagingServiceSid: null }
  expect(await sendTwilio(sms(), settings)).toEqual(result)
})

it('does not throw over a token that cannot stand in a header', async () => {
  const { url, received } = await startProvider(created)
  const settings = { baseUrl: url, accountSid: 'AC\n1', authToken: 'to\nken', messagingServiceSid: null }
  expect(await sendTwilio(sms(), settings)).toEqual({ sent: true, externalId: 'SM1' })
  expect(received[0]?.path).toBe('/2010-04-01/Accounts/AC%0A1/Messages.json')
})
