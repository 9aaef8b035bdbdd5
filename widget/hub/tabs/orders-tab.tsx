import { createRef } from 'preact'
import { Icon } from '../icon.tsx'
import { Live, takeLostFocus } from '../live.ts'
import { say } from '../voice.ts'
import { Failed, Skeleton } from './load-view.tsx'
import { OrderCard } from './order-card.tsx'
import { dayIn } from './price.ts'
import type { TabParts } from './tabs.tsx'

/** W-14: all orders of the shopper, newest first. */
export class OrdersTab extends Live<TabParts> {
  private cards = createRef<HTMLDivElement>()

  override componentDidMount() {
    this.props.orders.need()
  }

  /** With the last of them the button goes: whoever was on it reads on at the first of those that came. */
  private readEarlier = async () => {
    const { orders } = this.props
    const before = orders.list.peek().length
    if (!(await orders.readEarlier())) return
    requestAnimationFrame(() => {
      const card = this.cards.current?.children[before]
      if (card instanceof HTMLElement) takeLostFocus(card)
    })
  }

  override draw() {
    const { hub, said, orders } = this.props
    const list = orders.list.value
    const earlier = orders.earlier.value
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
      <div class="cards list" ref={this.cards}>
        {list.map((order) => (
          <OrderCard
            key={order.id}
            {...this.props}
            order={order}
            title={say(said.orderedOn, { day: dayIn(hub.spoken.locale, order.placedAt) })}
          />
        ))}
        {earlier !== 'none' && (
          <>
            {earlier === 'failed' && (
              <p class="why" role="alert">
                {said.notLoaded}
              </p>
            )}
            <button
              type="button"
              class="button"
              aria-busy={earlier === 'reading'}
              onClick={() => void this.readEarlier()}
            >
              {earlier === 'failed' ? hub.words.retry : said.earlierOrders}
            </button>
          </>
        )}
      </div>
    )
  }
}
