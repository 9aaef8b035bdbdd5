import type { Installation, ShopFinding } from '../protocol/shop-check.ts'
import { readSighting, type Sighted, writeSighting } from '../store/storefront-sightings.ts'
import { mayChat } from '../tickets/chat.ts'
import { checkShop } from '../tickets/shop-check.ts'
import type { Looked } from '../tickets/shop-page.ts'
import { currentSettings } from './current-settings.ts'
import type { Desk } from './desk.ts'
import { isStorefront } from './public-settings.ts'

/** Remembers what happened on the shop's own pages. Of other pages nothing is kept: anybody could fill the table. */
export async function noteSighting(desk: Desk, origin: string, what: Sighted): Promise<void> {
  if (await isStorefront(desk, origin)) await writeSighting(desk.db, origin, what, desk.realClock.now())
}

/** What the Install page fills in. */
export async function readInstallation(
  desk: Desk,
  shop: { id: string; shopify: string | null },
): Promise<Installation> {
  const { settings } = await currentSettings(desk.settings, desk.db)
  return {
    deskUrl: desk.pageUrl(),
    shopId: shop.id,
    shopify: shop.shopify,
    storefronts: settings.general.storefronts,
  }
}

/** "Check my shop": what is right and wrong with the hub on that page, which `look` opens. */
export async function checkShopPage(
  desk: Desk,
  page: string,
  look: (page: string, storefronts: readonly string[]) => Promise<Looked>,
): Promise<{ findings: ShopFinding[] }> {
  const { settings } = await currentSettings(desk.settings, desk.db)
  const { storefronts } = settings.general
  const looked = await look(page, storefronts)
  const seen = await readSighting(desk.db, new URL(page).origin)
  const findings = checkShop({
    page,
    deskUrl: desk.pageUrl(),
    hubOn: settings.hub.on,
    chat: mayChat(settings),
    storefronts,
    looked,
    sighting: {
      loadedAt: seen?.loaded_at ?? null,
      acceptedAt: seen?.accepted_at ?? null,
      refused:
        seen?.refused_at != null && seen.refused_why !== null
          ? { at: seen.refused_at, why: seen.refused_why, seconds: seen.refused_seconds }
          : null,
    },
    now: desk.realClock.now(),
  })
  return { findings }
}
