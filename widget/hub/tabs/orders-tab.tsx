import { Icon } from '../icon.tsx'
import { Live } from '../live.ts'
import { say } from '../voice.ts'
import { Failed, Skeleton } from './load-view.tsx'
import { OrderCard } from './order-card.tsx'
import { dayIn } from './price.ts'
import type { TabParts } from './tabs.tsx'

/** W-14: all orders of the shopper, newest first. */
export class OrdersTab extends Live<TabParts> {
  override componentDidMount() {
    this.props.orders.need()
  }

  override draw() {
    const { hub, said, orders } = this.props
    const list = orders.list.value
    if (orders.state.value === 'loading') return <Skeleton />
    if (orders.state.value === 'failed') return <Failed hub={hub} said={said} again={orders.again} />
    if (list.length === 0)
      return (
        <div class="middle">
          <Icon name="orders" />
          <h2>{said.noOrders}</h2>
          <p>{said.noOrdersText}</p>
        </div>
      )
    return (
      <div class="cards list">
        {list.map((order) => (
          <OrderCard
            key={order.id}
            {...this.props}
            order={order}
            title={say(said.orderedOn, { day: dayIn(hub.spoken.locale, order.placedAt) })}
          />
        ))}
        {orders.more.value && (
          <button type="button" class="button" onClick={orders.readMore}>
            {said.earlierOrders}
          </button>
        )}
      </div>
    )
  }
}
