import type { ComponentType } from 'preact'
import type { TabWords } from '../../words/tabs.en.ts'
import type { Hub } from '../hub.ts'
import { createHelp, type Help } from './help.ts'
import { Home } from './home.tsx'
import { createOrders, type Orders } from './orders.ts'
import { OrdersTab } from './orders-tab.tsx'
import { Styled } from './styled.tsx'
import { tabWordsFor } from './tab-words.ts'

/** What stands in the frames of Home and Orders. */
export type Tabs = { home: ComponentType; orders: ComponentType }

/** What both are drawn from. */
export type TabParts = { hub: Hub; said: TabWords; orders: Orders; help: Help }

/** W-14: Home and Orders. They keep what they have read while the hub lives. */
export async function createTabs(hub: Hub): Promise<Tabs> {
  const said = await tabWordsFor(hub.spoken)
  const parts: TabParts = { hub, said, orders: createOrders(hub.context), help: createHelp(hub) }
  return {
    home: () => (
      <Styled hub={hub}>
        <Home {...parts} />
      </Styled>
    ),
    orders: () => (
      <Styled hub={hub}>
        <OrdersTab {...parts} />
      </Styled>
    ),
  }
}
