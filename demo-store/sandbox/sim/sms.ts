import { personOf } from '../people.ts'
import { newId } from '../ids.ts'
import { inboundForm, statusForm } from '../twilio/form.ts'
import { atOnce, type Case, inTurn } from './case.ts'

const { phone } = personOf('stranger')
const text = (words: string, sid = newId.sms(), from = phone) => inboundForm({ sid, from, text: words, media: [] })
const status = (sid: string, state: string) => statusForm({ sid, to: phone, status: state })

export const smsCases: readonly Case[] = [
  {
    name: 'sms/text',
    words: 'One SMS of a stranger: one message.',
    right: [200, 204],
    run: (doors) => inTurn(() => doors.twilio('an SMS', text('Is the blue bowl back?'))),
  },
  {
    name: 'sms/duplicate',
    words: 'One delivery ten times at once: one message.',
    right: [200, 204],
    run: (doors) => {
      const form = text('Ten times the same')
      return atOnce(10, (at) => doors.twilio(`the same SMS, copy ${at + 1}`, form))
    },
  },
  {
    name: 'sms/five-at-once',
    words: 'Five different messages of one new sender at once: one ticket, five messages.',
    right: [200, 204],
    run: (doors, { now }) => {
      const from = `+493023125${String(900 + (now % 100))}`
      return atOnce(5, (at) =>
        doors.twilio(`SMS ${at + 1} of ${from}`, text(`Message ${at + 1} of five`, newId.sms(), from)),
      )
    },
  },
  {
    name: 'sms/late-status',
    words:
      '"delivered", then "sent" and "queued" too late: it stays delivered. Give the SID of an own message behind the name.',
    right: [200, 204],
    run: (doors, { id }) =>
      inTurn(
        ...['delivered', 'sent', 'queued'].map((state) => () => doors.twilio(state, status(id || newId.sms(), state))),
      ),
  },
  {
    name: 'sms/unknown-event',
    words: 'A status that nobody knows yet: taken quietly.',
    right: [200, 204],
    run: (doors) => inTurn(() => doors.twilio('status "teleported"', status(newId.sms(), 'teleported'))),
  },
  {
    name: 'sms/without-id',
    words: 'A message without an id: taken quietly, nothing made of it.',
    right: [200, 204],
    run: (doors) => {
      const form = text('Nobody knows me')
      for (const name of ['MessageSid', 'SmsSid', 'SmsMessageSid']) form.delete(name)
      return inTurn(() => doors.twilio('an SMS without a SID', form))
    },
  },
  {
    name: 'sms/foreign-media',
    words: 'A signed MMS whose picture lies in our own network: a message, and the picture is never fetched.',
    right: [200, 204],
    run: (doors) => {
      const media = [{ url: 'http://169.254.169.254/latest/meta-data/', type: 'image/png' }]
      return inTurn(() => doors.twilio('an MMS', inboundForm({ sid: newId.mms(), from: phone, text: 'Look', media })))
    },
  },
  {
    name: 'sms/wrong-signature',
    words: 'Signed by somebody else, not signed, signed and then changed: refused.',
    right: [403],
    run: (doors) =>
      inTurn(
        ...(['wrong', 'missing', 'of other bytes'] as const).map(
          (forgery) => () => doors.twilio(`signature ${forgery}`, text('Let me in'), { forgery }),
        ),
      ),
  },
]
