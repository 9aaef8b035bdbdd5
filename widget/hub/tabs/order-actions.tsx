import type { ShopperOrder } from '../../../server/protocol/orders.ts'
import type { TabWords } from '../../words/tabs.en.ts'
import type { Chat } from '../chat.ts'
import type { Hub } from '../hub.ts'
import { live } from '../live.ts'
import { say } from '../voice.ts'

type Props = { hub: Hub; said: TabWords; order: ShopperOrder }

/** A page of the shop's, or of its carrier's. */
export const openPage = (href: string, text: string) => (
  <a class="button" href={href} target="_blank" rel="noopener">
    {text}
  </a>
)

/** The parcel, the order's own page, and a question about it. */
export const OrderActions = live<Props>(({ hub, said, order }) => {
  const chat = hub.chat.value
  return (
    <div class="does">
      {order.trackingUrl && openPage(order.trackingUrl, said.follow)}
      {order.statusUrl && openPage(order.statusUrl, said.details)}
      {chat && (
        <button
          type="button"
          class="button"
          onClick={() => {
            ask(chat, say(said.aboutOrder, { number: order.number }))
            hub.tab.value = 'chat'
          }}
        >
          {said.ask}
        </button>
      )}
    </div>
  )
})

/** Puts the order's number into the field, below what stands there; it is theirs to send. An ended chat makes room for a new one. */
function ask(chat: Chat, words: string) {
  if (chat.current.peek().ended.peek()) chat.startNew()
  const before = chat.draft.peek()
  if (!before.includes(words.trim())) chat.draft.value = before.trim() ? `${before.trimEnd()}\n${words}` : words
}
