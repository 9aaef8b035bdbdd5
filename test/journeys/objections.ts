import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** Axe for pages without frames of others: it does not look into them, nor open a page of its own for each look. */
export const axe = (page: Page) => new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })

/** What axe objects to on the page as it stands: everything in light, and in dark what a theme can change, contrast. */
export async function objections(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await (colorScheme === 'dark'
      ? axe(page).withRules(['color-contrast'])
      : axe(page)
    ).analyze()
    found.push(
      ...violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes.map((node) => node.html).join(' ')}`),
    )
  }
  return found
}
