import { expect, it, onTestFinished, vi } from 'vitest'
import { entries, openTicket, reply, send, texts } from '../talk.ts'
import { startSms, text } from '../text-messages.ts'

const phone = '+4930231251009'

it('T-11a W-11a whoever wrote by SMS while the shop was open before them is one customer, online in all their tabs', async () => {
  const { hub } = await startSms()
  onTestFinished(() => hub.close())
  const { socket: agent } = await hub.agent()
  const token = await hub.token('rosa', { phone })
  const [first, second] = [await hub.shopper('rosa', { token }), await hub.shopper('rosa', { token })]
  await text(hub, phone, 'Hello by SMS')

  const left = new Promise<string>((resolve) => void second.once('disconnect', resolve))
  const { ticket } = await send(first, 'Hello from the shop')
  const { customer, row } = await openTicket(agent, ticket)
  expect(row.customer.online).toBe(true)
  expect(customer.tickets).toBe(2)

  // The other tab comes back by itself as somebody we know now, and hears what is said.
  expect(await left).toBe('transport close')
  const back = await hub.shopper('rosa', { token })
  const heard = [entries(first), entries(back)]
  await reply(agent, ticket, 'Hello Rosa')
  for (const tab of heard) await vi.waitFor(() => expect(texts(tab)).toContain('Hello Rosa'))
})
