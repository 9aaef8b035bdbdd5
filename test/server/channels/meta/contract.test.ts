import { createHmac } from 'node:crypto'
import type { Outbound, RawRequest } from '../../../../server/channels/channel.ts'
import { parseMeta } from '../../../../server/channels/meta/parse.ts'
import { sendMeta } from '../../../../server/channels/meta/send.ts'
import { verifyMeta } from '../../../../server/channels/meta/verify.ts'
import { porchContract } from '../contract.ts'
import { readFixtures } from '../fixtures.ts'
import { outbound } from '../outbound.ts'

function signed(body: Buffer, secret: string): RawRequest {
  const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
  const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signature }
  return { method: 'POST', url: 'https://desk.example/hooks/meta', headers, body }
}

const all = readFixtures('meta')
const unknown = {
  whatsapp: [
    'reaction',
    'kind-of-the-future',
    'group-message',
    'changed-nobody',
    'status-of-the-future',
    'account-error',
    'template-status',
  ],
  instagram: ['deleted', 'reaction', 'comment'],
  messenger: ['reaction', 'edited'],
}
const to: Record<keyof typeof unknown, Outbound> = {
  whatsapp: outbound({ channel: 'whatsapp', to: { kind: 'whatsapp', value: '15550100123' }, from: '106540352242922' }),
  instagram: outbound({
    channel: 'instagram',
    to: { kind: 'instagram', value: '900100200300400' },
    from: '17841400000000001',
  }),
  messenger: outbound({
    channel: 'messenger',
    to: { kind: 'messenger', value: '24400000000000001' },
    from: '100200300400500',
  }),
}
const accepted = {
  whatsapp: { body: '{"messaging_product":"whatsapp","contacts":[],"messages":[{"id":"wamid.new"}]}', id: 'wamid.new' },
  instagram: { body: '{"recipient_id":"900100200300400","message_id":"aWd_new"}', id: 'aWd_new' },
  messenger: { body: '{"recipient_id":"24400000000000001","message_id":"m_new"}', id: 'm_new' },
}
const refused = { whatsapp: 131047, instagram: 10903, messenger: 551 }

for (const name of ['whatsapp', 'instagram', 'messenger'] as const) {
  porchContract({
    name: `Meta (${name})`,
    fixtures: all.filter((one) => one.name.startsWith(name) || one.name.startsWith('unknown')),
    unknown: [...unknown[name].map((kind) => `${name}-${kind}`), 'unknown-object'],
    signed,
    signatureHeader: 'x-hub-signature-256',
    verify: verifyMeta,
    parse: parseMeta,
    send: (baseUrl, timeoutMs) => sendMeta(to[name], { baseUrl, version: 'v24.0', accessToken: 'EAA', timeoutMs }),
    says: {
      accepted: { status: 200, ...accepted[name] },
      refused: {
        body: JSON.stringify({
          error: { message: 'no', type: 'OAuthException', code: refused[name], fbtrace_id: 'A' },
        }),
        code: String(refused[name]),
      },
      token: '{"error":{"message":"Error validating access token","type":"OAuthException","code":190}}',
    },
  })
}
