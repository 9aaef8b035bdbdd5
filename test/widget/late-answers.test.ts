import { describe, expect, it } from 'vitest'
import { becomes, boot, fakeHub, run, session, useFreshPage } from './shop-page.ts'

useFreshPage()

describe('what the page says of its shopper, when answers come late', () => {
  /** A page of somebody whose conversation runs, and a callback that answers when a test says so. */
  async function page() {
    const hub = fakeHub()
    session.answer = async () => Response.json({ chat: true, running: true, unread: 1 })
    run(hub)
    await boot('a.b.c')
    await becomes(() => hub.contexts.length === 1)
    let answer = (_token: string) => {}
    const late = new Promise<string>((resolve) => (answer = resolve))
    return { hub, late, answer }
  }
  /** Time for everything that is not to happen. */
  const settled = () => new Promise((resolve) => setTimeout(resolve))

  it('W-1b who was said last is there', async () => {
    const { hub, late, answer } = await page()
    window.CustomerHub?.('identify', () => late)
    window.CustomerHub?.('identify', async () => 'd.e.f')
    await becomes(() => hub.contexts.length === 2)
    answer('x.y.z')
    await settled()
    window.CustomerHub?.('open')
    await becomes(() => hub.told.includes('open'))
    expect(hub.contexts.map(({ identity }) => identity)).toEqual(['a.b.c', 'd.e.f'])
  })

  it('W-1b whoever was signed out stays signed out', async () => {
    const { hub, late, answer } = await page()
    window.CustomerHub?.('identify', () => late)
    window.CustomerHub?.('logout')
    answer('x.y.z')
    await settled()
    window.CustomerHub?.('open')
    await becomes(() => hub.contexts.length === 2)
    expect(hub.contexts[1]).toMatchObject({ identity: null })
    expect(session.asked.filter((one) => one.includes('x.y.z'))).toEqual([])
  })

  it('W-1b a token that the hub of somebody before asked for signs nobody out', async () => {
    const { hub } = await page()
    window.CustomerHub?.('identify', 'd.e.f')
    await becomes(() => hub.contexts.length === 2)
    hub.contexts[0]?.become(Promise.resolve(null))
    await settled()
    window.CustomerHub?.('open')
    await becomes(() => hub.told.includes('open'))
    expect(hub.contexts).toHaveLength(2)
    expect(localStorage.getItem('customer-hub:in')).toBe('1')
  })
})
