import { expect, it, onTestFinished } from 'vitest'
import { granted, hear, openTicket, says, send, told } from '../talk.ts'
import { startSms, text } from '../text-messages.ts'

/** A desk with two agents and a shopper. */
async function begin() {
  const { hub } = await startSms()
  onTestFinished(() => hub.close())
  const [shopper, jonas, priya] = await Promise.all([hub.shopper('ada'), hub.agent(), hub.agent()])
  return { hub, shopper, jonas, priya }
}

const arrived = (heard: { name: string; event: unknown }[]) => heard.filter(({ name }) => name === 'message.arrived')

it('D-9c tells every page of a message, by whom and whose it is', async () => {
  const { shopper, jonas, priya } = await begin()
  const heard = { jonas: hear(jonas.socket), priya: hear(priya.socket) }
  const { ticket } = await send(shopper, '  Where is\n my plate? ')
  const said = { ticket, customer: 'ada', channel: 'web_chat', text: 'Where is my plate?', assignee: null, team: null }
  await told(heard.jonas, 'message.arrived', said)
  await told(heard.priya, 'message.arrived', said)
  granted(await jonas.socket.emitWithAck('ticket.assign', { ticket, agent: jonas.id }))
  // Into a running conversation, which goes its own quick way.
  await send(shopper, 'Hello?')
  for (const page of [heard.jonas, heard.priya]) {
    await told(page, 'message.arrived', { ticket, text: 'Hello?', assignee: jonas.id })
    expect(arrived(page)).toHaveLength(2)
  }
})

it('D-9c tells it once of a message that comes twice', async () => {
  const { shopper, jonas } = await begin()
  const heard = hear(jonas.socket)
  const message = { id: crypto.randomUUID(), text: 'Once' }
  for (let n = 0; n < 3; n++) granted(await shopper.emitWithAck('message.send', message))
  await told(heard, 'message.arrived', { message: message.id })
  await openTicket(jonas.socket, granted(await shopper.emitWithAck('message.send', message)).ticket)
  expect(arrived(heard)).toHaveLength(1)
})

it('D-9c, S-9 says nothing of a blocked customer, M-1 nothing of a keyword, and of the automatic answers nothing', async () => {
  const { hub, shopper, jonas } = await begin()
  const phone = '+4915112345678'
  await text(hub, phone, 'Hello by SMS')
  const { ticket } = await send(shopper, 'Hello')
  const { customer } = await openTicket(jonas.socket, ticket)
  granted(await jonas.socket.emitWithAck('customer.block', { customer: customer.id }))
  const heard = hear(jonas.socket)
  await text(hub, phone, 'HELP')
  await send(shopper, 'Are you there?')
  await text(hub, phone, 'And one more')
  await told(heard, 'message.arrived', { text: 'And one more', channel: 'sms' })
  expect(arrived(heard)).toHaveLength(1)
})

it('D-9c tells of one that somebody has also while a colleague looks on, and nobody of an unassigned one that is watched', async () => {
  const { shopper, jonas, priya } = await begin()
  const { ticket } = await send(shopper, 'Hello')
  const heard = { jonas: hear(jonas.socket), priya: hear(priya.socket) }
  priya.socket.emit('viewing', { ticket, visible: true })
  await told(heard.jonas, 'ticket.attended', { ticket, agents: [{ id: priya.id }] })
  await send(shopper, 'Somebody looks')
  granted(await jonas.socket.emitWithAck('ticket.assign', { ticket, agent: jonas.id }))
  await send(shopper, 'It is mine')
  await told(heard.jonas, 'message.arrived', { text: 'It is mine' })
  await told(heard.priya, 'message.arrived', { text: 'It is mine', assignee: jonas.id })
  const heardOf = (text: string) =>
    [heard.jonas, heard.priya].map((page) => arrived(page).filter(({ event }) => says(event, { text })).length)
  expect([heardOf('Somebody looks'), heardOf('It is mine')]).toEqual([
    [0, 0],
    [1, 1],
  ])
})
