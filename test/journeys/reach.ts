import type { Page } from 'playwright-core'

/** What has the focus, in the hub or on the page, as it is called. */
export const focused = (page: Page) =>
  page.evaluate(() => {
    let at = document.activeElement
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
    return at?.getAttribute('aria-label') || at?.textContent || ''
  })

/** Goes on by Tab until what has the focus is called so; nothing in the way may hold it. */
export async function tabTo(page: Page, name: string | RegExp, key = 'Tab'): Promise<void> {
  const seen: string[] = []
  for (let step = 0; step < 30; step++) {
    const at = await focused(page)
    if (typeof name === 'string' ? at === name : name.test(at)) return
    seen.push(at)
    await page.keyboard.press(key)
  }
  throw new Error(`Tab does not reach ${name}, but: ${seen.join(' | ')}`)
}

/** What of the drawer stands out of the window, or scrolls sideways in it. */
export const tooWide = (page: Page) =>
  page.evaluate(() => {
    const all = document.querySelector('customer-hub')?.shadowRoot?.querySelectorAll('.drawer, .drawer *') ?? []
    return [...all].flatMap((one) => {
      const { left, right } = one.getBoundingClientRect()
      const scrolls = one.classList.contains('body') && one.scrollWidth > one.clientWidth
      return left < -1 || right > innerWidth + 1 || scrolls ? [`${one.tagName}.${one.getAttribute('class')}`] : []
    })
  })

/** Parts that are there by their colour or their movement alone; of each, how many are drawn. */
export const drawn = (page: Page, selector: string) =>
  page.evaluate((wanted) => {
    const all = document.querySelector('customer-hub')?.shadowRoot?.querySelectorAll(wanted) ?? []
    const paper = new Set(['rgba(0, 0, 0, 0)', getComputedStyle(document.body).backgroundColor, 'rgb(255, 255, 255)'])
    return [...all].filter((one) => {
      const { backgroundColor, opacity, borderTopStyle, borderTopColor } = getComputedStyle(one)
      const hasEdge = borderTopStyle !== 'none' && !/^rgba.*, 0\)$/.test(borderTopColor)
      return opacity === '1' && one.getBoundingClientRect().width > 0 && (hasEdge || !paper.has(backgroundColor))
    }).length
  }, selector)
