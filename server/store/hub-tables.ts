import type { ColumnType } from 'kysely'
import type { OrderStatus } from '../protocol/order-status.ts'
import type { TokenTrouble } from '../protocol/shop-check.ts'

type At = number

/** What the hub shows beside the chat (W-14), and where it was seen. */
export type HubTables = {
  storefront_sightings: {
    origin: string
    loaded_at: number | null
    accepted_at: number | null
    refused_at: number | null
    refused_why: TokenTrouble | null
    refused_seconds: number | null
  }
  orders: {
    id: string
    external_id: string
    customer_id: string
    number: string
    status: OrderStatus
    currency: string
    /** A decimal, as PostgreSQL's numeric comes: no float ever holds money. */
    total: string
    lines: ColumnType<unknown, string, string>
    tracking_url: string | null
    status_url: string | null
    placed_at: At
    updated_at: At
  }
  articles: {
    id: string
    place: number
    published: boolean
    texts: ColumnType<unknown, string, string>
    version: number
    created_at: At
    changed_at: At
  }
}
