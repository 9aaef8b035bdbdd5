import { Component } from 'preact'
import type { ShopperOrder } from '../../../server/protocol/orders.ts'
import type { TabWords } from '../../words/tabs.en.ts'
import { Icon } from '../icon.tsx'
import { say } from '../voice.ts'
import { countIn, priceIn } from './price.ts'

type Line = ShopperOrder['lines'][number]
type Props = { lines: readonly Line[]; locale: string; currency: string; said: TabWords }

/** A card shows so many; the others unfold. */
const atOnce = 3

/** What is in an order. */
export function OrderLines({ lines, locale, currency, said }: Props) {
  const price = priceIn(locale, currency)
  const few = lines.length > atOnce ? lines.slice(0, atOnce - 1) : lines
  const others = lines.slice(few.length)
  const list = (some: readonly Line[]) => (
    <ul>
      {some.map((line, n) => (
        <li key={n}>
          <Picture src={line.picture} />
          <span class="grow">
            <bdi>{line.name}</bdi>
            {line.variant && (
              <small>
                <bdi>{line.variant}</bdi>
              </small>
            )}
          </span>
          <span class="price">
            {line.quantity > 1 && <small>{countIn(locale, line.quantity)} × </small>}
            {price(line.price)}
          </span>
        </li>
      ))}
    </ul>
  )
  return (
    <>
      {list(few)}
      {others.length > 0 && (
        <details>
          <summary>{say(said.moreItems, { count: countIn(locale, others.length) })}</summary>
          {list(others)}
        </details>
      )}
    </>
  )
}

/** A picture of the shop's; a drawn parcel where there is none, or where the page forbids it. */
export class Picture extends Component<{ src: string | null }, { broken?: true }> {
  override render() {
    const { src } = this.props
    return (
      <span class="picture">
        {src && !this.state.broken ? (
          <img src={src} alt="" loading="lazy" onError={() => this.setState({ broken: true })} />
        ) : (
          <Icon name="orders" />
        )}
      </span>
    )
  }
}
