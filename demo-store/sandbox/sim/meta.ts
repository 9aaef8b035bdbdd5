import {
  fromPerson,
  graphBatch,
  type GraphChannel,
  whatsAppBatch,
  whatsAppMessage,
  whatsAppStatus,
} from '../meta/batch.ts'
import { newId } from '../ids.ts'
import { personOf } from '../people.ts'
import { atOnce, type Case, inTurn } from './case.ts'
import type { Doors } from './door.ts'

const stranger = personOf('stranger')
const forgeries = ['wrong', 'missing', 'of other bytes'] as const

const refuses = (name: string, batch: (now: number) => string): Case => ({
  name,
  words: 'Signed by somebody else, not signed, signed and then changed: refused.',
  right: [401, 403],
  run: (doors: Doors, { now }) =>
    inTurn(...forgeries.map((forgery) => () => doors.meta(`signature ${forgery}`, batch(now), { forgery }))),
})

const said = (words: string, at: number, id = newId.whatsapp()) =>
  whatsAppMessage(stranger, id, at, { type: 'text', text: { body: words } })
const outcome = (id: string, status: string, at: number) =>
  whatsAppStatus({ id, person: stranger, status, at, ownId: null })

const whatsAppCases: readonly Case[] = [
  {
    name: 'whatsapp/text',
    words: 'One message of a stranger.',
    right: [200],
    run: (doors, { now }) => inTurn(() => doors.meta('a message', whatsAppBatch(said('Do you ship to Norway?', now)))),
  },
  {
    name: 'whatsapp/duplicate',
    words: 'One delivery ten times at once: one message.',
    right: [200],
    run: (doors, { now }) => {
      const batch = whatsAppBatch(said('Ten times the same', now))
      return atOnce(10, (at) => doors.meta(`the same message, copy ${at + 1}`, batch))
    },
  },
  {
    name: 'whatsapp/reordered',
    words: 'The later of two messages comes first: two messages.',
    right: [200],
    run: (doors, { now }) =>
      inTurn(
        () => doors.meta('the second', whatsAppBatch(said('… and that was all.', now))),
        () => doors.meta('the first, a minute older', whatsAppBatch(said('I wanted to ask …', now - 60_000))),
      ),
  },
  {
    name: 'whatsapp/late-status',
    words:
      '"read", then "delivered" and "sent" too late: it stays read. Give the id of an own message behind the name.',
    right: [200],
    run: (doors, { now, id }) => {
      const of = id || newId.whatsapp()
      const states = ['read', 'delivered', 'sent']
      return inTurn(
        ...states.map((state, at) => () => doors.meta(state, whatsAppBatch(outcome(of, state, now - at * 1_000)))),
      )
    },
  },
  {
    name: 'whatsapp/one-broken',
    words: 'A batch of three, the second of which is nonsense: the two others come through.',
    right: [200],
    run: (doors, { now }) => {
      const broken = { contacts: 'nobody', messages: [{ id: 7, type: null }, 'garbage', null] }
      const batch = whatsAppBatch(said('The first of the batch', now), broken, said('The third of the batch', now + 1))
      return inTurn(() => doors.meta('a batch with one broken item', batch))
    },
  },
  {
    name: 'whatsapp/unknown-event',
    words: 'A message of a kind that is yet to be invented: taken quietly.',
    right: [200],
    run: (doors, { now }) => {
      const strange = whatsAppMessage(stranger, newId.whatsapp(), now, { type: 'hologram', hologram: { id: '1' } })
      return inTurn(() => doors.meta('a hologram', whatsAppBatch(strange)))
    },
  },
  refuses('whatsapp/wrong-signature', (now) => whatsAppBatch(said('Let me in', now))),
]

const graphCases = (channel: GraphChannel): readonly Case[] => {
  const item = (at: number, message: object) => fromPerson(channel, stranger, at, { message })
  const one = (at: number, text: string, mid = newId[channel]()) => item(at, { mid, text })
  return [
    {
      name: `${channel}/text`,
      words: 'One message of a stranger.',
      right: [200],
      run: (doors, { now }) =>
        inTurn(() => doors.meta('a message', graphBatch(channel, now, one(now, 'Is this still there?')))),
    },
    {
      name: `${channel}/duplicate`,
      words: 'One delivery ten times at once: one message.',
      right: [200],
      run: (doors, { now }) => {
        const batch = graphBatch(channel, now, one(now, 'Ten times the same'))
        return atOnce(10, (at) => doors.meta(`the same message, copy ${at + 1}`, batch))
      },
    },
    {
      name: `${channel}/reordered`,
      words: 'The later of two messages comes first: two messages.',
      right: [200],
      run: (doors, { now }) =>
        inTurn(
          () => doors.meta('the second', graphBatch(channel, now, one(now, '… and that was all.'))),
          () =>
            doors.meta('the first, a minute older', graphBatch(channel, now, one(now - 60_000, 'I wanted to ask …'))),
        ),
    },
    {
      name: `${channel}/one-broken`,
      words: 'A batch of five, three of which are nonsense: the two others come through.',
      right: [200],
      run: (doors, { now }) => {
        const batch = graphBatch(
          channel,
          now,
          one(now, 'The first of the batch'),
          item(now, { text: 'without an id' }),
          'garbage',
          null,
          one(now + 1, 'The last of the batch'),
        )
        return inTurn(() => doors.meta('a batch with broken items', batch))
      },
    },
    {
      name: `${channel}/unknown-event`,
      words: 'A reaction and something that is yet to be invented: taken quietly.',
      right: [200],
      run: (doors, { now }) => {
        const reaction = fromPerson(channel, stranger, now, { reaction: { mid: 'x', action: 'react', emoji: '❤' } })
        const strange = fromPerson(channel, stranger, now, { hologram: { id: 1 } })
        return inTurn(() => doors.meta('a batch', graphBatch(channel, now, reaction, strange)))
      },
    },
    {
      name: `${channel}/truncated`,
      words: 'Signed, but cut off in the middle: no message, and the desk lives.',
      right: [200, 400],
      run: (doors, { now }) =>
        inTurn(() => doors.meta('half a batch', graphBatch(channel, now, one(now, 'Half')).slice(0, 90))),
    },
    refuses(`${channel}/wrong-signature`, (now) => graphBatch(channel, now, one(now, 'Let me in'))),
  ]
}

export const metaCases: readonly Case[] = [
  {
    name: 'meta/handshake',
    words: 'Meta asks whether the address is ours: its challenge comes back.',
    right: [200],
    run: (doors) => inTurn(() => doors.handshake('with our verify token', 'right')),
  },
  {
    name: 'meta/handshake-refused',
    words: 'Somebody asks with another token: refused.',
    right: [403],
    run: (doors) => inTurn(() => doors.handshake('with another token', 'wrong')),
  },
  ...whatsAppCases,
  ...graphCases('instagram'),
  {
    name: 'instagram/deleted',
    words: 'A message, and the news that it was taken back.',
    right: [200],
    run: (doors, { now }) => {
      const mid = newId.instagram()
      const tell = (message: object) =>
        graphBatch('instagram', now, fromPerson('instagram', stranger, now, { message: { mid, ...message } }))
      return inTurn(
        () => doors.meta('a message', tell({ text: 'Oops' })),
        () => doors.meta('taken back', tell({ is_deleted: true })),
      )
    },
  },
  ...graphCases('messenger'),
]
