import type { ColumnType } from 'kysely'
import type { OrderStatus } from '../protocol/order-status.ts'

type At = number

/** What the hub shows beside the chat (W-14). */
export type HubTables = {
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
