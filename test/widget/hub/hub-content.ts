import { vi } from 'vitest'
import type { ShownArticle } from '../../../server/protocol/articles.ts'
import type { OrdersPage, ShopperOrder } from '../../../server/protocol/orders.ts'

/** What the desk would say to the hub's other tabs, and what it was asked. */
export function fakeContent() {
  const content = {
    pages: [{ latest: null, orders: [], next: null }] as OrdersPage[],
    articles: [] as Partial<ShownArticle>[],
    texts: {} as Record<string, string>,
    /** Status of the next answers about orders; then 200 again. */
    refusals: [] as number[],
    articlesFail: false,
    asked: [] as string[],
  }
  vi.stubGlobal('fetch', async (url: string, init?: { headers?: { authorization?: string } }) => {
    const { pathname, search } = new URL(url)
    content.asked.push(`${pathname}${search} ${init?.headers?.authorization ?? ''}`.trim())
    if (pathname.includes('/texts/')) return Response.json({ ok: true, texts: content.texts })
    if (pathname.includes('/articles/'))
      return content.articlesFail
        ? new Response('', { status: 503 })
        : Response.json({ ok: true, articles: content.articles })
    const refused = content.refusals.shift()
    if (refused) return new Response('{}', { status: refused })
    const at = search ? Number(search.split('=')[1]) : 0
    return Response.json({ ok: true, ...content.pages[at] })
  })
  return content
}

export const anOrder = (number: string, more: Partial<ShopperOrder> = {}): ShopperOrder => ({
  id: `id-${number}`,
  number,
  status: 'fulfilled',
  step: 3,
  currency: 'EUR',
  total: '1116.5',
  lines: [
    { name: 'Linen throw', variant: 'Oat', quantity: 2, price: '58.00', picture: 'https://shop.example/throw.jpg' },
  ],
  trackingUrl: 'https://carrier.example/1',
  statusUrl: 'https://shop.example/orders/1',
  placedAt: Date.UTC(2025, 10, 20, 12),
  ...more,
})
