import { describe, expect, it, vi } from 'vitest'
import { becomes, boot, fakeHub, hosts, isShown, part, parts, quiet, run, session, useFreshPage } from './shop-page.ts'

useFreshPage()

describe('the script on the shop’s page', () => {
  it('W-2 does nothing at all while the hub is switched off', () => {
    const hub = fakeHub()
    run(hub, { on: false })
    window.CustomerHub?.('boot', { token: 'a.b.c' })
    window.CustomerHub?.('open')
    expect(hosts()).toEqual([])
    expect(session.asked).toEqual([])
    expect(hub.loads()).toBe(0)
  })

  it('W-1 puts one launcher on the page, however often it is booted or loaded', async () => {
    const hub = fakeHub()
    run(hub)
    run(hub)
    await boot('a.b.c')
    window.CustomerHub?.('boot', { token: 'a.b.c' })
    window.CustomerHub?.('boot')
    expect(hosts()).toHaveLength(1)
    expect(session.asked).toEqual(['https://desk.example/api/hub/session Bearer a.b.c'])
    expect(isShown('.launcher')).toBe(true)
  })

  it('W-1 the launcher can be disabled; the page opens the drawer itself then', async () => {
    const hub = fakeHub()
    run(hub, { launcher: false })
    await boot('a.b.c')
    expect(part('.launcher')?.hidden).toBe(true)
    expect(isShown('.hello')).toBe(false)
    window.CustomerHub?.('open')
    await becomes(() => hub.told.includes('open'))
  })

  it('answers what the page queued before the script came', async () => {
    const heard: string[] = []
    const queue: unknown[] = []
    Object.assign(window, { CustomerHub: Object.assign(() => {}, { q: queue }) })
    queue.push(['on', 'ready', () => heard.push('ready')], ['boot', { token: 'a.b.c' }])
    run(fakeHub())
    await becomes(() => heard.length === 1)
    expect(session.asked).toHaveLength(1)
  })

  it('shows a visitor’s hub where the page says nothing, after the page’s own work', async () => {
    run(fakeHub())
    expect(hosts()).toHaveLength(0)
    await becomes(() => hosts().length === 1)
    expect(session.asked).toEqual([])
  })

  it('loads nothing but itself before somebody wants more, with its welcome (SPEED W1)', async () => {
    const hub = fakeHub()
    run(hub)
    await boot('a.b.c')
    expect(isShown('.hello')).toBe(true)
    expect([parts.asked, hub.loads()]).toEqual([0, 0])
    part('.corner')?.dispatchEvent(new Event('pointerenter'))
    await becomes(() => hub.loads() === 1)
    expect(hub.contexts).toEqual([])
  })

  it('loads the hub at once where a conversation runs, closed, with its unread count', async () => {
    const hub = fakeHub()
    session.answer = async () => Response.json({ chat: true, running: true, unread: 2 })
    run(hub)
    await boot('a.b.c')
    await becomes(() => hub.contexts.length === 1)
    expect(hub.told).toEqual([])
    expect(part('.launcher')?.dataset['n']).toBe('2')
    expect(part('.launcher')?.getAttribute('aria-label') ?? part('.launcher')?.ariaLabel).toBe('Chat (2)')
  })

  it('W-13 loads the hub where words wait to be sent, and when another tab writes', async () => {
    localStorage.setItem('customer-hub:out:shopper%3Aa:1', '{}')
    const first = fakeHub()
    run(first)
    await boot('a.b.c')
    await becomes(() => first.contexts.length === 1)
    window.CustomerHub?.('destroy')
    localStorage.clear()
    delete window.CustomerHub

    const second = fakeHub()
    run(second)
    await boot('a.b.c')
    dispatchEvent(new StorageEvent('storage', { key: 'something else' }))
    expect(second.contexts).toHaveLength(0)
    dispatchEvent(new StorageEvent('storage', { key: 'customer-hub:out:shopper%3Aa:2' }))
    await becomes(() => second.contexts.length === 1)
  })

  it('destroy undoes everything, and a later boot begins anew', async () => {
    const hub = fakeHub()
    run(hub)
    await boot('a.b.c')
    window.CustomerHub?.('open')
    await becomes(() => hub.told.includes('open'))
    const removed = vi.spyOn(window, 'removeEventListener')
    window.CustomerHub?.('destroy')
    expect(removed).toHaveBeenCalledWith('storage', expect.any(Function))
    removed.mockRestore()
    await becomes(() => hub.told.includes('end'))
    expect(hosts()).toEqual([])
    dispatchEvent(new StorageEvent('storage', { key: 'customer-hub:out:x' }))
    window.CustomerHub?.('open')
    expect(hub.contexts).toHaveLength(1)
    await boot('a.b.c')
    expect(hosts()).toHaveLength(1)
  })
})

describe('who is there', () => {
  it('W-1 a visitor gets a drawer without chat, and the desk is not session.asked', async () => {
    const hub = fakeHub()
    run(hub)
    await boot(async () => null)
    window.CustomerHub?.('open')
    await becomes(() => hub.contexts.length === 1)
    expect(session.asked).toEqual([])
    expect(hub.contexts[0]).toMatchObject({ identity: null, chat: false })
  })

  it('W-1 a token that the desk refuses makes a visitor', async () => {
    const hub = fakeHub()
    session.answer = async () => new Response('', { status: 401 })
    run(hub)
    await boot('forged')
    window.CustomerHub?.('open')
    await becomes(() => hub.contexts.length === 1)
    expect(hub.contexts[0]).toMatchObject({ identity: null, chat: false })
  })

  it('W-2 nobody is session.asked for, and nobody chats, while web chat is visible to nobody', async () => {
    const hub = fakeHub()
    run(hub, { chat: false })
    await boot('a.b.c')
    expect(session.asked).toEqual([])
    expect(isShown('.hello')).toBe(false)
  })

  it('a desk that cannot be reached now may be later: the drawer comes with chat', async () => {
    const hub = fakeHub()
    const errors: unknown[] = []
    session.answer = async () => Promise.reject(new TypeError('no network'))
    run(hub)
    window.CustomerHub?.('on', 'error', (error) => errors.push(error))
    await boot('a.b.c')
    window.CustomerHub?.('open')
    await becomes(() => hub.contexts.length === 1)
    expect(hub.contexts[0]).toMatchObject({ identity: 'a.b.c', chat: true })
    expect(errors).toHaveLength(1)
  })

  it('W-1 logout ends what was begun; an answer for the one who left changes nothing; boot signs in again', async () => {
    const hub = fakeHub()
    session.answer = async () => Response.json({ chat: true, running: true, unread: 1 })
    run(hub)
    await boot('a.b.c')
    await becomes(() => hub.contexts.length === 1)
    window.CustomerHub?.('logout')
    await becomes(() => hub.told.includes('end'))
    expect(part('.launcher')?.dataset['n']).toBeUndefined()

    let late = (_response: Response) => {}
    session.answer = () => new Promise((done) => (late = done))
    window.CustomerHub?.('boot', { token: 'd.e.f' })
    await becomes(() => session.asked.length === 2)
    window.CustomerHub?.('logout')
    late(Response.json({ chat: true, running: true, unread: 9 }))
    session.answer = async () => Response.json(quiet)
    await boot('g.h.i')
    expect(part('.launcher')?.dataset['n']).toBeUndefined()
    expect(hub.contexts).toHaveLength(1)
  })

  it('W-1 whoever signs out in one tab is signed out in the others', async () => {
    const hub = fakeHub()
    session.answer = async () => Response.json({ chat: true, running: true, unread: 1 })
    run(hub)
    await boot(async () => 'a.b.c')
    await becomes(() => hub.contexts.length === 1)
    const key = localStorage.key(0)
    expect(localStorage.length).toBe(1)
    window.CustomerHub?.('logout')
    await becomes(() => localStorage.length === 0)

    await boot(async () => 'a.b.c')
    await becomes(() => hub.contexts.length === 2)
    dispatchEvent(new StorageEvent('storage', { key, newValue: '1' }))
    expect(hub.told.filter((word) => word === 'end')).toHaveLength(1)
    dispatchEvent(new StorageEvent('storage', { key, newValue: null }))
    await becomes(() => hub.told.filter((word) => word === 'end').length === 2)
    expect(part('.launcher')?.dataset['n']).toBeUndefined()
  })

  it('W-1 a page that brings no token signs nobody out: it may be out of a cache', async () => {
    run(fakeHub())
    await boot('a.b.c')
    expect(localStorage.length).toBe(1)
    window.CustomerHub?.('destroy')
    delete window.CustomerHub
    run(fakeHub())
    await boot()
    expect(localStorage.length).toBe(1)
  })
})
