import { endConversation } from '../desk/change-status.ts'
import type { Desk } from '../desk/desk.ts'
import { linksForShopper } from '../desk/files-for-shopper.ts'
import { knowShopper, recogniseShopper } from '../desk/know-shopper.ts'
import { leaveAddress } from '../desk/leave-address.ts'
import { markSeen } from '../desk/mark-read.ts'
import { pageChanged, pageConnected, pageGone } from '../desk/presence.ts'
import {
  readConversation,
  readOlder,
  runningConversation,
  shopperMayChat,
  webChatKey,
} from '../desk/read-conversation.ts'
import { receiveMessage } from '../desk/receive-message.ts'
import { askHowItWas, rate } from '../desk/satisfaction.ts'
import { fromCustomer } from '../protocol/customer-events.ts'
import type { ErrorCode } from '../protocol/errors.ts'
import { storable } from '../protocol/text.ts'
import { protocolVersion } from '../protocol/version.ts'
import { createAllowances } from './allowance.ts'
import { failed, openDoor } from './door.ts'
import { type CustomerServer, rooms } from './rooms.ts'
import { refuseHandshake } from './handshake.ts'
import { judgeShopToken } from './shop-token.ts'
import type { Sightings } from './sightings.ts'

type Doors = {
  desk: Desk
  customers: CustomerServer
  shop: { id: string; secret: string }
  sightings: Sightings
}

/** Tabs and devices of one shopper at a time: far more than anybody has, far fewer than a flood (SAFETY S19). */
const mostPages = 50

/** The shoppers' door: a page proves whose it is with the shop's token, and then speaks for that shopper only. */
export function openCustomerDoor({ desk, customers, shop, sightings }: Doors): { close(): void } {
  const allowances = createAllowances({ messages: 60, events: 300, counted: ['message.send'] })
  const expiries = new Map<string, number>()

  customers.use((socket, next) => {
    const enter = async (): Promise<ErrorCode | undefined> => {
      if (socket.handshake.auth.v !== protocolVersion) return 'version'
      const judged = await judgeShopToken(socket.handshake.auth.token, shop, desk.realClock.now())
      sightings.token(socket.handshake.headers, judged)
      if (!('vouched' in judged)) return 'signed_out'
      const { vouched } = judged
      if (!(await shopperMayChat(desk))) return 'chat_off'
      const shopper = await recogniseShopper(desk, vouched.identity, socket.handshake.auth.zone)
      const pages = customers.sockets.adapter.rooms.get(rooms.customer(shopper.customerId))?.size ?? 0
      if (pages >= mostPages) return 'too_fast'
      socket.data = { shopper, expiresAt: vouched.expiresAt }
      return undefined
    }
    enter().then(
      (code) => (code === undefined ? next() : next(refuseHandshake(code))),
      (error: unknown) => next(refuseHandshake(failed(desk.log, error, 'customer handshake'))),
    )
  })

  customers.on('connection', (socket) => {
    let { shopper } = socket.data
    let running: string | null = null
    const page = () => ({ id: pageId, kind: 'customer' as const, personId: shopper.customerId })
    const pageId = desk.secrets.newId()
    const quietly = (what: Promise<unknown>, where: string) =>
      void what.catch((error: unknown) => failed(desk.log, error, where))

    expiries.set(socket.id, socket.data.expiresAt)
    void socket.join(rooms.customer(shopper.customerId))
    const here = pageConnected(desk, page())
    quietly(here, 'page connected')
    socket.on('disconnect', () => {
      expiries.delete(socket.id)
      if (running !== null) tellTyping(false)
      quietly(
        here.then(() => pageGone(desk, page())),
        'page gone',
      )
    })

    /** The shopper has another id now. Their other tabs come back and are told it. */
    const moveHere = (before: string) => {
      void socket.leave(rooms.customer(before))
      void socket.join(rooms.customer(shopper.customerId))
      desk.publish([{ kind: 'customer_moved', customerId: before }])
    }

    const tellTyping = (on: boolean) => {
      if (running === null) return
      const { customerId, identity } = shopper
      desk.publish([{ kind: 'customer_types', ticketId: running, customerId, name: identity.name ?? '', on }])
    }

    openDoor(
      socket,
      fromCustomer,
      {
        'conversation.sync': async (ask) => {
          const answer = await readConversation(desk, shopper.customerId, ask)
          if (!('refused' in answer) && answer.conversation?.closed === false) running = answer.conversation.ticket
          return answer
        },
        'conversation.older': (ask) => readOlder(desk, shopper.customerId, ask),
        'message.send': async ({ id, text }) => {
          const before = shopper.customerId
          shopper = await knowShopper(desk, shopper)
          if (shopper.customerId !== before) moveHere(before)
          const answer = await receiveMessage(desk, {
            id,
            customerId: shopper.customerId,
            channel: 'web_chat',
            threadKey: webChatKey(shopper.customerId),
            text: storable(text),
            remote: null,
          })
          if (!('refused' in answer)) running = answer.ticket
          return answer
        },
        'file.links': (ask) => linksForShopper(desk, shopper.customerId, ask),
        'message.seen': ({ ticket, n }) => markSeen(desk, shopper.customerId, ticket, n),
        'satisfaction.ask': (ask) => askHowItWas(desk, shopper.customerId, ask),
        'satisfaction.give': (ask) => rate(desk, shopper.customerId, ask),
        'address.leave': ({ email }) => leaveAddress(desk, shopper.customerId, email),
        'conversation.end': ({ ticket }) => endConversation(desk, shopper.customerId, ticket),
        typing: async ({ on }) => {
          // Asked anew each time: the conversation may have ended, or be none because they are blocked (S-9).
          if (on) running = (await runningConversation(desk, shopper.customerId))?.id ?? null
          tellTyping(on)
        },
        presence: async ({ visible }) => {
          await here
          await pageChanged(desk, page(), { visible })
        },
      },
      allowances.forPerson(shopper.identity.shopId),
      desk.log,
    )
  })

  // A token runs out: the connection is closed, and the page comes back with a new one if its shopper is signed in.
  const sweep = setInterval(() => {
    const now = desk.realClock.now()
    for (const [id, at] of expiries) if (at <= now) customers.sockets.sockets.get(id)?.conn.close()
  }, 5_000)
  sweep.unref()
  return { close: () => clearInterval(sweep) }
}
