import { storable } from '../../protocol/text.ts'
import type { Attachment, ChannelEvent, Parsed, RawRequest } from '../channel.ts'
import { twilioWords } from './error-words.ts'

/** Our message's id, in the address where Twilio reports what became of it: even a lost answer to a send is found so. */
export const ownIdField = 'message'

const states = {
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  failed: 'failed',
  undelivered: 'failed',
  canceled: 'failed',
} as const

const keywords = { STOP: 'stop', START: 'start', HELP: 'help' } as const

const most = { files: 20, id: 64 }

/**
 * A Twilio form in our words: an SMS or MMS of a customer, or what became of one of ours. Twilio tells no times, so
 * `receivedAt` stands for them. What is neither, or not whole, is ignored by name; nothing throws.
 */
export function parseTwilio(request: RawRequest, receivedAt: number): Parsed {
  const fields = new URLSearchParams(request.body.toString('utf8'))
  const state = (fields.get('MessageStatus') ?? fields.get('SmsStatus') ?? '').toLowerCase()
  const externalId = fields.get('MessageSid') ?? fields.get('SmsMessageSid') ?? fields.get('SmsSid') ?? ''
  if (externalId === '' || externalId.length > most.id) return none('twilio: no message id')
  if (state === '' || state === 'received' || state === 'receiving') return message(fields, externalId, receivedAt)
  if (!Object.hasOwn(states, state)) return none(`twilio: status ${wordOf(state)}`)
  const own = ownIdIn(request.url)
  return { events: [...echo(externalId, own), delivery(fields, externalId, state, receivedAt)], ignored: [] }
}

function message(fields: URLSearchParams, externalId: string, at: number): Parsed {
  const from = fields.get('From') ?? ''
  const to = fields.get('To') ?? ''
  // Digits alone are a short code. Other senders ("whatsapp:+1…", a brand's name) are no phone to answer to.
  if (!/^\+?\d{3,15}$/.test(from)) return none('twilio: sender without a phone number')
  if (to === '') return none('twilio: message without a recipient')
  const optOut = (fields.get('OptOutType') ?? '').toUpperCase()
  return {
    events: [
      {
        kind: 'message',
        channel: 'sms',
        externalId,
        from: [{ kind: 'phone', value: from }],
        name: null,
        to,
        text: storable(fields.get('Body') ?? ''),
        at,
        attachments: filesOf(fields),
        story: null,
        mail: null,
        ...(isKeyword(optOut) && { keyword: keywords[optOut] }),
      },
    ],
    ignored: [],
  }
}

function filesOf(fields: URLSearchParams): Attachment[] {
  const files: Attachment[] = []
  for (let n = 0; n < most.files; n++) {
    const url = fields.get(`MediaUrl${n}`)
    if (!url) break
    const type = fields.get(`MediaContentType${n}`) || 'application/octet-stream'
    files.push({ name: `media-${n + 1}.${wordOf(type.split('/')[1] ?? '') || 'bin'}`, type, url })
  }
  return files
}

function ownIdIn(url: string): string | null {
  return URL.canParse(url) ? new URL(url).searchParams.get(ownIdField) : null
}

function echo(externalId: string, own: string | null): ChannelEvent[] {
  return own ? [{ kind: 'echo', channel: 'sms', externalId, metadata: own }] : []
}

function delivery(fields: URLSearchParams, externalId: string, state: string, at: number): ChannelEvent {
  const ours = isState(state) ? states[state] : 'failed'
  const code = fields.get('ErrorCode') || state
  const error = ours === 'failed' ? { code, words: twilioWords(code, fields.get('ErrorMessage') ?? '') } : null
  return { kind: 'delivery', of: { externalId }, state: ours, at, error }
}

const isState = (state: string): state is keyof typeof states => Object.hasOwn(states, state)
const isKeyword = (type: string): type is keyof typeof keywords => Object.hasOwn(keywords, type)
const none = (why: string): Parsed => ({ events: [], ignored: [why] })
/** A provider's word made fit for a log line or a file's name. */
const wordOf = (word: string) =>
  word
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 24)
