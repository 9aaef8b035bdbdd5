import { afterEach, expect, it, vi } from 'vitest'
import { createOrders } from '../../../widget/hub/tabs/orders.ts'
import type { OrdersPage } from '../../../server/protocol/orders.ts'
import { eventually } from '../../eventually.ts'
import { anOrder } from './hub-content.ts'

afterEach(() => vi.unstubAllGlobals())

it('W-14 earlier orders that were asked for before the list was read again leave no gap in it', async () => {
  const top: OrdersPage = { latest: null, orders: [anOrder('3')], next: '2' }
  const pages: Record<string, OrdersPage> = {
    '': top,
    '2': { latest: null, orders: [anOrder('2')], next: '1' },
    '1': { latest: null, orders: [anOrder('1')], next: null },
  }
  let come = () => {}
  let gate = Promise.resolve()
  vi.stubGlobal('fetch', async (url: string) => {
    const after = new URL(url).searchParams.get('after') ?? ''
    if (after !== '') await gate
    return Response.json({ ok: true, ...pages[after] })
  })
  const orders = createOrders({ base: 'https://desk.example/', identity: 'a.b.c', renew: async () => null })
  const numbers = () => orders.list.value.map((order) => order.number)
  orders.again()
  await eventually(() => expect(orders.earlier.value).toBe('there'))
  expect(await orders.readEarlier()).toBe(true)
  expect(numbers()).toEqual(['3', '2'])

  gate = new Promise((resolve) => (come = resolve))
  const reading = orders.readEarlier()
  orders.again()
  await eventually(() => expect(numbers()).toEqual(['3']))
  come()
  await reading
  expect(numbers()).toEqual(['3'])
  await orders.readEarlier()
  await orders.readEarlier()
  expect([numbers(), orders.earlier.value]).toEqual([['3', '2', '1'], 'none'])
})
