import { type Selectable, sql } from 'kysely'
import { z } from 'zod'
import { orderLine } from '../protocol/orders.ts'
import type { Order } from '../tickets/orders.ts'
import type { Db } from './connect.ts'
import { moment } from './moment.ts'
import type { Database } from './tables.ts'

/** Where a page of orders ends: the last one's moment and id. */
export type OrderPlace = { placedAt: number; id: string }

const lines = z.array(orderLine)

/** What is known under the shop's own id, locked. */
export async function lockOrder(tx: Db, externalId: string): Promise<{ order: Order; customerId: string } | undefined> {
  const row = await tx
    .selectFrom('orders')
    .selectAll()
    .where('external_id', '=', externalId)
    .forUpdate()
    .executeTakeFirst()
  return row && { order: orderOf(row), customerId: row.customer_id }
}

/** Makes it, or replaces one that the caller has locked. */
export async function putOrder(tx: Db, externalId: string, customerId: string, order: Order): Promise<void> {
  const { id, number, status, currency, total } = order
  const told = {
    customer_id: customerId,
    number,
    status,
    currency,
    total,
    lines: JSON.stringify(order.lines),
    tracking_url: order.trackingUrl,
    status_url: order.statusUrl,
    placed_at: moment(order.placedAt),
    updated_at: moment(order.updatedAt),
  }
  await tx
    .insertInto('orders')
    .values({ id, external_id: externalId, ...told })
    .onConflict((one) => one.column('id').doUpdateSet(told))
    .execute()
}

/** Orders of a customer, newest first, after that place (null: from the newest on). */
export async function ordersOf(
  db: Db,
  customers: readonly string[],
  after: OrderPlace | null,
  most: number,
): Promise<Order[]> {
  if (customers.length === 0) return []
  const rows = await db
    .selectFrom('orders')
    .selectAll()
    .where('customer_id', 'in', customers)
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(placed_at, id) < (${moment(after?.placedAt ?? 0)}, ${after?.id ?? null}::uuid)`),
    )
    .orderBy('placed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return rows.map(orderOf)
}

function orderOf(row: Selectable<Database['orders']>): Order {
  const { id, number, status, currency, total } = row
  return {
    id,
    number,
    status,
    currency,
    total,
    lines: lines.parse(row.lines),
    trackingUrl: row.tracking_url,
    statusUrl: row.status_url,
    placedAt: row.placed_at,
    updatedAt: row.updated_at,
  }
}
