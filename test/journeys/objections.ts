import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { z } from 'zod'

const fromHere = createRequire(import.meta.url)
const { source } = z
  .object({ source: z.string() })
  .parse(createRequire(fromHere.resolve('@axe-core/playwright'))('axe-core'))
const found = z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) }))

/** Once nothing fades any more: half way from one colour to another, words may be hard to read. What runs for ever may run. */
const settled = `Promise.all(
  [document, document.querySelector('customer-hub')?.shadowRoot]
    .flatMap((root) => root?.getAnimations() ?? [])
    .filter(({ effect }) => effect.getComputedTiming().endTime !== Infinity)
    .map(({ finished }) => finished.catch(() => {})),
)`

/**
 * What axe objects to on a page without frames of others, in all of it or `within` a selector. Axe itself, put into a page
 * once: its builder for Playwright puts it there twice for every look, which took as long as the look.
 */
export async function violations(page: Page, { within = '', rules = [] as readonly string[] } = {}) {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(`${source};0`)
  const where = within === '' ? 'document' : JSON.stringify(within)
  const options = { resultTypes: ['violations'], ...(rules.length > 0 ? { runOnly: rules } : {}) }
  const look = `axe.run(${where}, ${JSON.stringify(options)}).then(({ violations }) => violations)`
  return found.parse(await page.evaluate(`${settled}.then(() => ${look})`))
}

/** What axe objects to on the page as it stands: everything in light, and in dark what a theme can change, contrast. */
export async function objections(page: Page): Promise<string[]> {
  const said: string[] = []
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const all = await violations(page, colorScheme === 'dark' ? { rules: ['color-contrast'] } : {})
    said.push(...all.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes.map((node) => node.html).join(' ')}`))
  }
  return said
}
