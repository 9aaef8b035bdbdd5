import { describe, expect, it } from 'vitest'
import { shopSettings } from '../shop-settings.ts'
import { anOrder } from './hub-content.ts'
import { button, field, find, open, page, press, shows, text, type, useFreshPage } from './open-hub.ts'
import { eventually } from '../../eventually.ts'

useFreshPage()

const tab = (name: string) =>
  [...page.shadow.querySelectorAll<HTMLElement>('[role=tab]')].find((one) => one.textContent === name)?.click()
const links = () => [...page.shadow.querySelectorAll('a')].map((one) => `${one.textContent} ${one.href}`)

describe('Home', () => {
  it('W-14 greets a shopper by name and hour, with the latest order, its status and its links', async () => {
    page.content.pages = [{ latest: anOrder('20987'), orders: [anOrder('20987')], next: null }]
    await open()
    tab('Home')
    await shows('20987')
    expect(text()).toMatch(/Good (morning|afternoon|evening), Mireille/)
    expect(text()).toMatch(/Your latest order20987On its wayLinen throw/)
    expect(find('.steps')?.getAttribute('aria-label')).toBe('Step 3 of 4')
    expect(links()).toContain('Follow parcel https://carrier.example/1')
    button('All orders')?.click()
    await eventually(() => expect(find('[role=tab][aria-selected=true]')?.textContent).toBe('Orders'))
  })

  it('W-14 shows a visitor the help and the way to sign in, and asks for no orders', async () => {
    page.content.articles = [{ id: 'a', language: 'en', title: 'Returns within 30 days', text: 'Send it back.' }]
    await open('visitor')
    await shows('Returns within 30 days')
    expect(text()).toMatch(/Good (morning|afternoon|evening)What/)
    expect(links()).toContain(`Sign in ${shopSettings.signInUrl}`)
    expect(page.content.asked).toEqual(['/api/hub/articles/en'])
    page.hub?.end()
    await open('visitor', 'en', { signInUrl: '' })
    await shows('Sign in to the shop')
    expect(links().join()).not.toContain('Sign in')
  })

  it('W-14 reads help articles: searched in title and text, opened, and back to where one was', async () => {
    page.content.articles = ['Plates', 'Returns', 'Größen', 'Parcels'].map((title, n) => ({
      id: `a${n}`,
      language: 'en',
      title,
      text:
        n === 0 ? '# Care\n\nBy **hand** <b>only</b>.\n\n- [Shop](https://shop.example/care)\n- javascript' : 'Else.',
    }))
    await open('visitor')
    await shows('Returns')
    const search = find<HTMLInputElement>('input[type=search]')
    const look = async (query: string, found: string[]) => {
      if (search) search.value = query
      search?.dispatchEvent(new Event('input', { bubbles: true }))
      await eventually(() =>
        expect([...page.shadow.querySelectorAll('[data-article]')].map((one) => one.textContent)).toEqual(found),
      )
    }
    await look('HAND', ['Plates'])
    await look('grossen', ['Größen'])
    await look('nowhere', [])
    expect(text()).toContain('Nothing found')
    await look('plat', ['Plates'])
    find('[data-article]')?.click()
    await eventually(() => expect(find('.reading h2')?.textContent).toBe('Plates'))
    expect(page.shadow.activeElement).toBe(find('.reading h2'))
    expect(find('.reading h3')?.textContent).toBe('Care')
    expect(find('.reading strong')?.textContent).toBe('hand')
    // What looks like markup of theirs is text.
    expect(find('.reading b')).toBeNull()
    expect(find('.reading')?.textContent).toContain('<b>only</b>')
    button('Back')?.click()
    await eventually(() => expect(page.shadow.activeElement).toBe(find('[data-article]')))
  })

  it('W-14 says when the help cannot be loaded, and tries again', async () => {
    page.content.articlesFail = true
    await open('visitor')
    await shows('could not be loaded')
    page.content.articlesFail = false
    page.content.articles = [{ id: 'a', language: 'en', title: 'Returns', text: '' }]
    button('Try again')?.click()
    await shows('Returns')
    expect(text()).not.toContain('could not be loaded')
  })
})

describe('Orders', () => {
  it('W-14 lists them newest first, further ones on demand, and what was called off without steps', async () => {
    page.content.pages = [
      { latest: anOrder('3'), orders: [anOrder('3'), anOrder('2', { status: 'cancelled', step: null })], next: '1' },
      { latest: null, orders: [anOrder('1', { lines: [], trackingUrl: null, statusUrl: null })], next: null },
    ]
    await open()
    tab('Orders')
    await shows('Cancelled')
    const numbers = () => [...page.shadow.querySelectorAll('.top bdi')].map((one) => one.textContent)
    expect(numbers()).toEqual(['3', '2'])
    expect(page.shadow.querySelectorAll('.steps')).toHaveLength(1)
    expect(text()).toMatch(/On its way.*Linen throw.*€58\.00.*€1,116\.50/)
    expect(links().slice(0, 2)).toEqual([
      'Follow parcel https://carrier.example/1',
      'Order details https://shop.example/orders/1',
    ])
    expect(text()).toContain('Ordered on November 20, 2025')
    button('Earlier orders')?.click()
    await eventually(() => expect(numbers()).toEqual(['3', '2', '1']))
    expect(button('Earlier orders')).toBeUndefined()
  })

  it('W-14 says when further ones did not come, and asks again; the focus goes on to the first of them', async () => {
    page.content.pages = [
      { latest: anOrder('2'), orders: [anOrder('2')], next: '1' },
      { latest: null, orders: [anOrder('1')], next: null },
    ]
    await open()
    tab('Orders')
    await shows('Earlier orders')
    page.content.refusals = [503]
    button('Earlier orders')?.focus()
    button('Earlier orders')?.click()
    await shows('could not be loaded')
    expect(find('[role=alert]')?.textContent).toContain('could not be loaded')
    expect(page.shadow.activeElement).toBe(button('Try again'))
    button('Try again')?.click()
    await eventually(() => expect(page.shadow.activeElement?.getAttribute('aria-label')).toMatch(/, 1$/))
    expect(text()).not.toContain('could not be loaded')
  })

  it('W-14 says that there are none, or that they cannot be told now', async () => {
    await open()
    tab('Orders')
    await shows('No orders yet')
    page.hub?.end()
    page.content.refusals = [503]
    await open()
    tab('Orders')
    await shows('could not be loaded')
    button('Try again')?.click()
    await shows('No orders yet')
    expect(text()).not.toContain('could not be loaded')
  })

  it('P-1 W-14 asks with a fresh token where the first has run out, and never with somebody else’s', async () => {
    page.content.refusals = [401]
    await open()
    tab('Orders')
    await shows('No orders yet')
    expect(page.content.asked.filter((one) => one.includes('orders'))).toHaveLength(2)
    page.hub?.end()
    const other = `e30.${btoa(JSON.stringify({ sub: 'somebody else' }))}.x`
    page.content.refusals = [401]
    page.content.asked = []
    await open('shopper', 'en', {}, async () => other)
    tab('Orders')
    await shows('could not be loaded')
    expect(page.content.asked.join()).not.toContain(other)
  })

  it('W-14 a question about an order stands in the field, not sent, after what was written there', async () => {
    page.content.pages = [{ latest: anOrder('20987'), orders: [anOrder('20987')], next: null }]
    await open()
    await shows(shopSettings.welcome)
    type('Hello,')
    tab('Orders')
    await shows('20987')
    button('Ask about it')?.click()
    await eventually(() => expect(field()?.value).toBe('Hello,\nAbout order 20987: '))
    await eventually(() => expect(page.shadow.activeElement).toBe(field()))
    expect(page.desk.asked.some((one) => one.startsWith('message.send'))).toBe(false)
    tab('Orders')
    await shows('20987')
    button('Ask about it')?.click()
    await eventually(() => expect(field()?.value).toBe('Hello,\nAbout order 20987: '))
  })
})

describe('languages', () => {
  it('W-13 W-14 speaks the language of the page, with its prices and dates', async () => {
    page.content.pages = [{ latest: null, orders: [anOrder('1')], next: null }]
    await open('shopper', 'de-AT')
    tab('Bestellungen')
    await shows('Bestellt am 20. November 2025')
    expect(text()).toMatch(/Unterwegs.*€\s1\.116,50/)
    page.hub?.end()
    await open('shopper', 'pt-BR')
    tab('Pedidos')
    await shows('Pedido em 20 de novembro de 2025')
    page.hub?.end()
    await open('shopper', 'ar-EG')
    tab('الطلبات')
    await shows('في الطريق')
    expect(text()).toContain('٢ ×')
    // To the next tab is to the left there.
    const [home, orders] = page.shadow.querySelectorAll<HTMLElement>('[role=tab]')
    press('ArrowRight', {}, orders)
    await eventually(() => expect(home?.getAttribute('aria-selected')).toBe('true'))
  })

  it('W-13 a merchant’s own wording stands in all tabs, and is asked for only where there is one', async () => {
    page.content.texts = { orders: 'Purchases', noOrders: 'Nothing bought so far' }
    await open('shopper', 'en', { texts: ['en'] })
    tab('Purchases')
    await shows('Nothing bought so far')
    page.hub?.end()
    page.content.asked = []
    await open('shopper', 'de', { texts: ['en'] })
    expect(page.content.asked).toEqual([])
  })
})
