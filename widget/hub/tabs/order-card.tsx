import type { ComponentChildren } from 'preact'
import type { OrderStatus } from '../../../server/protocol/order-status.ts'
import type { ShopperOrder } from '../../../server/protocol/orders.ts'
import type { TabWords } from '../../words/tabs.en.ts'
import { Live } from '../live.ts'
import { say } from '../voice.ts'
import { OrderActions } from './order-actions.tsx'
import { OrderLines } from './order-lines.tsx'
import { priceIn } from './price.ts'
import type { TabParts } from './tabs.tsx'

const statusWords: Record<OrderStatus, keyof TabWords> = {
  open: 'statusOpen',
  paid: 'statusPaid',
  fulfilled: 'statusFulfilled',
  delivered: 'statusDelivered',
  cancelled: 'statusCancelled',
  refunded: 'statusRefunded',
}

type Props = TabParts & { order: ShopperOrder; title: string; children?: ComponentChildren }

/** One order: where it is, what is in it, what it cost, and what can be done about it. */
export class OrderCard extends Live<Props> {
  override draw() {
    const { hub, said, order, title, children } = this.props
    const price = priceIn(hub.spoken.locale, order.currency)
    return (
      <section class="card order" aria-label={`${title}, ${order.number}`}>
        <div class="top">
          <span class="grow">{title}</span>
          <bdi>{order.number}</bdi>
        </div>
        <b class={order.step ? '' : 'off'}>{said[statusWords[order.status]]}</b>
        {order.step && (
          <div class="steps" role="img" aria-label={say(said.step, { step: `${order.step}` })}>
            {[1, 2, 3, 4].map((step) => (
              <i key={step} class={step <= (order.step ?? 0) ? 'done' : ''} />
            ))}
          </div>
        )}
        <OrderLines lines={order.lines} price={price} said={said} />
        <p class="sum">
          <span class="grow">{said.total}</span>
          <b>{price(order.total)}</b>
        </p>
        <OrderActions hub={hub} said={said} order={order} />
        {children}
      </section>
    )
  }
}
