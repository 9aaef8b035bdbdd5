import { type ReadonlySignal, signal } from '@preact/signals'
import type { OrdersPage, ShopperOrder } from '../../../server/protocol/orders.ts'
import type { HubContext } from '../context.ts'
import { personOf } from '../person.ts'
import { createLoading, type LoadState } from './loading.ts'

/** The shopper's orders, as far as they were asked for, newest first. */
export type Orders = {
  state: ReadonlySignal<LoadState>
  list: ReadonlySignal<readonly ShopperOrder[]>
  /** The one that Home shows. */
  latest: ReadonlySignal<ShopperOrder | null>
  earlier: ReadonlySignal<Earlier>
  /** Reads them where they were not read lately. */
  need: () => void
  again: () => void
  /** Answers whether more of them are here now. */
  readEarlier: () => Promise<boolean>
}

/** Are there older ones? `failed`: there are, and they did not come. */
export type Earlier = 'none' | 'there' | 'reading' | 'failed'

/** W-14, P-1: read with the shopper's own token, and with a fresh one of the same shopper where that has run out. */
export function createOrders({ base, identity, renew }: Pick<HubContext, 'base' | 'identity' | 'renew'>): Orders {
  const list = signal<readonly ShopperOrder[]>([])
  const latest = signal<ShopperOrder | null>(null)
  const earlier = signal<Earlier>('none')
  const me = personOf(identity)?.id
  let token = identity
  /** Behind which the older ones stand. */
  let next: string | null = null

  async function ask(after: string): Promise<OrdersPage> {
    const path = `${base}api/hub/orders${after && `?after=${after}`}`
    const get = () => fetch(path, { headers: { authorization: `Bearer ${token}` } })
    let answer = await get()
    if (answer.status === 401) {
      const fresh = await renew()
      // Somebody else is signed in by now: their orders are not to stand here.
      if (personOf(fresh)?.id !== me) throw new Error('signed out')
      token = fresh
      answer = await get()
    }
    const said: unknown = answer.ok ? await answer.json() : null
    if (!isPage(said)) throw new Error('The desk did not tell the orders.')
    return said
  }

  function show(orders: readonly ShopperOrder[], page: OrdersPage) {
    list.value = orders
    next = page.next
    earlier.value = next === null ? 'none' : 'there'
  }

  const { state, need, again } = createLoading(async () => {
    const page = await ask('')
    show(page.orders, page)
    latest.value = page.latest
  })

  return {
    state,
    list,
    latest,
    earlier,
    need,
    again,
    async readEarlier() {
      if (next === null || earlier.peek() === 'reading') return false
      earlier.value = 'reading'
      const before = list.peek()
      try {
        const page = await ask(next)
        // Read from the top again meanwhile: these would not stand right behind it.
        if (before === list.peek()) show([...before, ...page.orders], page)
        return true
      } catch {
        if (before === list.peek()) earlier.value = 'failed'
        return false
      }
    },
  }
}

/** Our own desk's answer: there, or not. */
const isPage = (said: unknown): said is OrdersPage => !!said && typeof said === 'object' && 'orders' in said
