import type { ShopperOrder } from '../../../server/protocol/orders.ts'
import { Live } from '../live.ts'
import { say } from '../voice.ts'
import { openPage } from './order-actions.tsx'
import { OrderState } from './order-card.tsx'
import { Picture } from './order-lines.tsx'
import { countIn } from './price.ts'
import type { TabParts } from './tabs.tsx'

/** The latest order on Home, at a glance: where it is, and the ways to more. */
export class LatestCard extends Live<TabParts & { order: ShopperOrder }> {
  override draw() {
    const { hub, said, order } = this.props
    const [first, ...others] = order.lines
    const where = order.trackingUrl ?? order.statusUrl
    return (
      <section class="card order" aria-label={`${said.latestOrder}, ${order.number}`}>
        <div class="top">
          <span class="grow">{said.latestOrder}</span>
          <bdi>{order.number}</bdi>
        </div>
        <div class="first">
          {first && <Picture src={first.picture} />}
          <div class="grow">
            <OrderState said={said} order={order} />
            <small>
              <bdi>{first?.name}</bdi>
              {others.length > 0 && ` · ${say(said.moreItems, { count: countIn(hub.spoken.locale, others.length) })}`}
            </small>
          </div>
        </div>
        <div class="does">
          {where && openPage(where, order.trackingUrl ? said.follow : said.details)}
          <button type="button" class="button" onClick={() => (hub.tab.value = 'orders')}>
            {said.allOrders}
          </button>
        </div>
      </section>
    )
  }
}
