import { createHmac } from 'node:crypto'
import type { RawRequest } from '../../../../server/channels/channel.ts'
import { parseTwilio } from '../../../../server/channels/twilio/parse.ts'
import { sendTwilio } from '../../../../server/channels/twilio/send.ts'
import { verifyTwilio } from '../../../../server/channels/twilio/verify.ts'
import { porchContract } from '../contract.ts'
import { readFixtures } from '../fixtures.ts'
import { outbound } from '../outbound.ts'

const url = 'https://desk.example/hooks/twilio'

/** Signs as Twilio documents it; spelled out again, so that the porch is not its own judge. */
function signed(body: Buffer, secret: string): RawRequest {
  const pairs = new Map([...new URLSearchParams(body.toString('utf8'))].map((pair) => [JSON.stringify(pair), pair]))
  const sorted = [...pairs.values()].sort(([a, x], [b, y]) => (a < b || (a === b && x < y) ? -1 : 1))
  const text = url + sorted.flat().join('')
  const headers = {
    'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
    'x-twilio-signature': createHmac('sha1', secret).update(text).digest('base64'),
  }
  return { method: 'POST', url, headers, body }
}

porchContract({
  name: 'Twilio',
  fixtures: readFixtures('twilio'),
  unknown: ['status-queued', 'status-sending', 'status-of-the-future', 'from-whatsapp', 'from-a-brand', 'without-id'],
  signed,
  signatureHeader: 'x-twilio-signature',
  verify: verifyTwilio,
  parse: parseTwilio,
  send: (baseUrl, timeoutMs) =>
    sendTwilio(outbound({ channel: 'sms', to: { kind: 'phone', value: '+15550100123' }, from: '+15550100001' }), {
      baseUrl,
      accountSid: 'AC0f',
      authToken: 'secret',
      messagingServiceSid: null,
      timeoutMs,
    }),
  says: {
    accepted: { status: 201, body: '{"sid":"SM0064","status":"queued","error_code":null}', id: 'SM0064' },
    refused: {
      body: '{"code":21610,"message":"Attempt to send to unsubscribed recipient","status":400}',
      code: '21610',
    },
    token: '{"code":20003,"message":"Authenticate","status":401}',
  },
})
