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

/** Where an order is, in words and as steps to the door. */
export function OrderState({ said, order: { status, step } }: { said: TabWords; order: ShopperOrder }) {
  return (
    <>
      <b class={step ? '' : 'off'}>{said[statusWords[status]]}</b>
      {step && (
        <div class="steps" role="img" aria-label={say(said.step, { step: `${step}` })}>
          {[1, 2, 3, 4].map((one) => (
            <i key={one} class={one <= step ? 'done' : ''} />
          ))}
        </div>
      )}
    </>
  )
}

type Props = TabParts & { order: ShopperOrder; title: string }

/** One order: where it is, what is in it, what it cost, and what can be done about it. */
export class OrderCard extends Live<Props> {
  override draw() {
    const { hub, said, order, title } = this.props
    const { locale } = hub.spoken
    return (
      <section class="card order" tabIndex={-1} aria-label={`${title}, ${order.number}`}>
        <div class="top">
          <span class="grow">{title}</span>
          <bdi>{order.number}</bdi>
        </div>
        <OrderState said={said} order={order} />
        <OrderLines lines={order.lines} locale={locale} currency={order.currency} said={said} />
        <p class="sum">
          <span class="grow">{said.total}</span>
          <b>{priceIn(locale, order.currency)(order.total)}</b>
        </p>
        <OrderActions hub={hub} said={said} order={order} />
      </section>
    )
  }
}
