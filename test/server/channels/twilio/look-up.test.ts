import { expect, it } from 'vitest'
import { lookUpTwilio } from '../../../../server/channels/twilio/look-up.ts'
import { outbound } from '../outbound.ts'
import { type Behaviour, nobodysUrl, startProvider } from '../provider.ts'

const message = outbound({ channel: 'sms', to: { kind: 'phone', value: '+15550100123' }, from: '+15550100001' })
const since = Date.UTC(2026, 10, 21, 12)
const listed = (some: object) => ({
  sid: 'SM1',
  to: '+15550100123',
  from: '+15550100001',
  body: message.text,
  direction: 'outbound-api',
  date_created: 'Sat, 21 Nov 2026 12:00:02 +0000',
  status: 'queued',
  date_sent: null,
  ...some,
})
const settings = { accountSid: 'AC1', authToken: 'token', messagingServiceSid: null }

async function lookUp(behaviour: Behaviour) {
  const { url, received } = await startProvider(behaviour)
  return { result: await lookUpTwilio(message, since, { ...settings, baseUrl: url }), received }
}

it('takes a picture without words for no other message to that number', async () => {
  const { url } = await startProvider({
    status: 200,
    body: JSON.stringify({ messages: [listed({ sid: 'SM1' }), listed({ sid: 'MM2', body: '' })] }),
  })
  const found = await lookUpTwilio({ ...message, text: '' }, since, { ...settings, baseUrl: url })
  const at = since + 2_000
  expect(found).toEqual({
    found: [
      { externalId: 'SM1', at, same: false },
      { externalId: 'MM2', at, same: true },
    ],
  })
})

it('R-13b finds the message whose answer got lost, and tells it from others to that number', async () => {
  const messages = [
    listed({ sid: 'SM9', body: 'Something else' }),
    listed({ sid: 'SM1' }),
    listed({ sid: 'SM2', body: `Sent from your Twilio trial account - ${message.text}` }),
    listed({ sid: 'SM3', direction: 'inbound' }),
    listed({ sid: 'SM4', date_created: 'Sat, 21 Nov 2026 11:58:00 +0000' }),
    listed({ sid: 'SM5', to: '+15550100199' }),
    { broken: true },
  ]
  const { result, received } = await lookUp({ status: 200, body: JSON.stringify({ messages }) })
  const at = since + 2_000
  expect(result).toEqual({
    found: [
      { externalId: 'SM9', at, same: false },
      { externalId: 'SM1', at, same: true },
      { externalId: 'SM2', at, same: true },
    ],
  })
  expect(received[0]).toMatchObject({ method: 'GET' })
  expect(received[0]?.path).toBe(
    '/2010-04-01/Accounts/AC1/Messages.json?To=%2B15550100123&From=%2B15550100001&PageSize=50',
  )
})

it('finds nothing where there is nothing', async () => {
  expect((await lookUp({ status: 200, body: '{"messages":[]}' })).result).toEqual({ found: [] })
})

it('says when it could not look, which is not finding nothing', async () => {
  for (const status of [401, 404, 429, 500]) {
    expect((await lookUp({ status, body: '{"messages":[]}' })).result).toEqual({
      retry: true,
      reason: `http ${status}`,
    })
  }
  expect((await lookUp({ status: 200, body: '<html>' })).result).toMatchObject({ retry: true })
  expect(await lookUpTwilio(message, since, { ...settings, baseUrl: await nobodysUrl() })).toMatchObject({
    retry: true,
  })
})
