import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { becomes, boot, fakeHub, hosts, isShown, part, parts, run, session, useFreshPage } from './shop-page.ts'
import { eventually } from '../eventually.ts'

useFreshPage()

const warned: string[] = []
beforeEach(() => {
  warned.length = 0
  vi.spyOn(console, 'warn').mockImplementation(
    (...said: unknown[]) => void warned.push(said.map((one) => JSON.stringify(one)).join(' ')),
  )
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const styles = () =>
  (hosts()[0]?.shadowRoot?.adoptedStyleSheets ?? [])
    .flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText))
    .join('\n')

it('W-1a begins anew after `destroy` before anything was loaded: what is asked is done', async () => {
  const hub = fakeHub()
  run(hub)
  window.CustomerHub?.('destroy')
  window.CustomerHub?.('boot', {})
  window.CustomerHub?.('on', 'open', () => {})
  window.CustomerHub?.('open')
  await becomes(() => hub.told.includes('open'))
  expect(warned).toEqual([])
})

describe('the page’s own looks', () => {
  it('W-1b place, layer and colour come from options, or from attributes of the tag', async () => {
    run(fakeHub(), {}, { position: 'left', offsetX: '32', colour: '#ff8800', cfasync: 'false' })
    window.CustomerHub?.('update', { zIndex: 7 })
    await eventually(() => expect(styles()).toContain('left: 32px'))
    expect(styles()).toMatch(/z-index: 7/)
    // Text on such a colour is dark.
    expect(styles()).toMatch(/--ch-accent: ?#ff8800/)
    expect(styles()).toMatch(/--ch-on-accent: ?#16181d/)
    expect(part('.corner')?.hidden).toBe(false)
    expect(warned).toEqual([])
  })

  it('W-1a a button of the shop’s own opens the drawer, also one that comes later; there is no launcher then', async () => {
    const hub = fakeHub()
    run(hub)
    window.CustomerHub?.('update', { launcher: '.help' })
    await becomes(() => part('.launcher')?.hidden && !part('.corner')?.hidden)
    const own = document.body.appendChild(document.createElement('button'))
    own.className = 'help'
    own.innerHTML = '<b>Help</b>'
    own.addEventListener('click', (event) => event.stopPropagation())
    own.querySelector('b')?.click()
    await becomes(() => hub.told.includes('open'))
    window.CustomerHub?.('destroy')
    own.click()
    expect(hub.told.filter((word) => word === 'open')).toHaveLength(1)
    own.remove()
  })

  it('says once which option cannot be used, and goes on without it', async () => {
    run(fakeHub())
    const wrong: object = { position: 'middle', colour: 'red', offsetY: 'low', size: 3 }
    window.CustomerHub?.('update', wrong)
    await becomes(() => warned.length === 4)
    window.CustomerHub?.('update', {})
    await becomes(() => isShown('.launcher') && !part('.corner')?.hidden)
    expect(warned).toHaveLength(4)
    expect(styles()).toContain('bottom: 24px')
  })

  it('update changes them, hide and show take the launcher away and bring it back', async () => {
    const hub = fakeHub()
    run(hub)
    await boot('a.b.c')
    window.CustomerHub?.('update', { position: 'left' })
    await eventually(() => expect(styles()).toContain('left: 24px'))
    expect(hosts()).toHaveLength(1)
    window.CustomerHub?.('open')
    await becomes(() => hub.told.includes('open'))
    window.CustomerHub?.('hide')
    await becomes(() => hub.told.includes('close'))
    expect(part('.launcher')?.hidden).toBe(true)
    window.CustomerHub?.('show')
    expect(isShown('.launcher')).toBe(true)
    expect(warned).toEqual([])
  })
})

describe('what is asked before the rest is there', () => {
  it('hides at once, and does all of it in its turn', async () => {
    const hub = fakeHub()
    run(hub)
    await boot('a.b.c')
    window.CustomerHub?.('hide')
    expect(part('.launcher')?.hidden).toBe(true)
    window.CustomerHub?.('show')
    window.CustomerHub?.('update', { locale: 'de', token: 'd.e.f' })
    window.CustomerHub?.('logout')
    window.CustomerHub?.('open')
    await becomes(() => hub.contexts.length === 1)
    expect(hub.contexts[0]).toMatchObject({ identity: null, locale: 'de' })
    expect(parts.asked).toBe(1)
  })

  it('W-1b signs out, becomes somebody else and goes away without it', async () => {
    run(fakeHub())
    await boot('a.b.c')
    window.CustomerHub?.('logout')
    await becomes(() => localStorage.length === 0 && !isShown('.hello'))
    window.CustomerHub?.('identify', 'd.e.f')
    await becomes(() => session.asked.length === 2 && isShown('.hello'))
    window.CustomerHub?.('destroy')
    expect([hosts(), parts.asked]).toEqual([[], 0])
  })

  it('says on the launcher when it cannot be loaded, and does it at the next try', async () => {
    const hub = fakeHub()
    run(hub)
    parts.isBlocked = true
    await boot('a.b.c')
    const errors: unknown[] = []
    window.CustomerHub?.('on', 'error', (error) => errors.push(error))
    part('.launcher')?.click()
    await becomes(() => part('.launcher')?.ariaLabel === 'Chat (!)')
    expect([part('.launcher')?.ariaBusy, errors.length]).toEqual([null, 1])
    parts.isBlocked = false
    part('.launcher')?.click()
    await becomes(() => hub.told.includes('open') && part('.launcher')?.ariaLabel === 'Chat')
  })
})

describe('listening', () => {
  it('one function may hear several events, and a listener that throws disturbs nobody', async () => {
    const heard: string[] = []
    const thrown: unknown[] = []
    const catchIt = (event: ErrorEvent) => {
      event.preventDefault()
      thrown.push(event.error)
    }
    addEventListener('error', catchIt)
    vi.stubGlobal(
      'queueMicrotask',
      (what: () => void) =>
        void Promise.resolve()
          .then(what)
          .catch((error: unknown) => thrown.push(error)),
    )
    const hear = () => heard.push('heard')
    run(fakeHub())
    window.CustomerHub?.('on', 'ready', () => {
      throw new Error('the page’s own')
    })
    window.CustomerHub?.('on', 'ready', hear)
    window.CustomerHub?.('on', 'open', hear)
    window.CustomerHub?.('off', 'open', hear)
    window.CustomerHub?.('boot')
    await becomes(() => heard.length === 1)
    expect(thrown).toHaveLength(1)
    removeEventListener('error', catchIt)
  })
})

describe('a set-up that is wrong', () => {
  it('W-2a a hub that is off says so when it is asked to open, and fetches nothing', () => {
    const hub = fakeHub()
    run(hub, { on: false })
    window.CustomerHub?.('boot')
    window.CustomerHub?.('open')
    expect(warned.join()).toContain('off')
    expect([hub.loads(), session.asked, hosts()]).toEqual([0, [], []])
  })

  it.each([
    [401, 'refused the token'],
    [403, 'none of the shop’s origins'],
  ])('W-1b an answer %i makes a visitor, and the console says why', async (status, said) => {
    const hub = fakeHub()
    session.answer = async () => new Response('', { status })
    run(hub)
    await boot('a.b.c')
    window.CustomerHub?.('open')
    await becomes(() => hub.contexts.length === 1)
    expect(hub.contexts[0]).toMatchObject({ identity: null, chat: false })
    await becomes(() => warned.some((text) => text.includes(said)))
  })
})

describe('a token that does not come', () => {
  it('W-1b a callback that throws gives a visitor’s hub, is asked again later, and the open drawer becomes theirs', async () => {
    vi.useFakeTimers()
    const hub = fakeHub()
    let isBroken = true
    run(hub)
    window.CustomerHub?.('boot', {
      token: async () => {
        if (isBroken) throw new Error('no answer')
        return 'a.b.c'
      },
    })
    window.CustomerHub?.('open')
    await becomes(() => hub.told.includes('open'))
    expect(hub.contexts[0]).toMatchObject({ identity: null, chat: false })
    isBroken = false
    await vi.advanceTimersByTimeAsync(20_000)
    await becomes(() => hub.contexts.length === 2)
    expect(hub.contexts[1]).toMatchObject({ identity: 'a.b.c', chat: true })
    await becomes(() => hub.told.filter((word) => word === 'open').length === 2)
  })

  it('W-1b one that hangs is waited for 5 seconds, with a sign on the launcher; it may still answer', async () => {
    vi.useFakeTimers()
    const hub = fakeHub()
    let answer = (_token: string) => {}
    run(hub)
    window.CustomerHub?.('boot', { token: () => new Promise((done) => (answer = done)) })
    await vi.advanceTimersByTimeAsync(0)
    part('.launcher')?.click()
    expect(part('.launcher')?.ariaBusy).toBe('true')
    await vi.advanceTimersByTimeAsync(4_900)
    expect(hub.told).toEqual([])
    await vi.advanceTimersByTimeAsync(200)
    await becomes(() => hub.told.includes('open'))
    expect(part('.launcher')?.ariaBusy).toBeNull()
    answer('a.b.c')
    await becomes(() => hub.contexts.length === 2)
    expect(hub.contexts[1]).toMatchObject({ identity: 'a.b.c', chat: true })
  })

  it('W-1b identify makes somebody else of the page, and changes nothing for the same person', async () => {
    const hub = fakeHub()
    session.answer = async () => Response.json({ chat: true, running: true, unread: 1 })
    run(hub)
    await boot('a.b.c')
    await becomes(() => hub.contexts.length === 1)
    window.CustomerHub?.('identify', 'a.b.c')
    window.CustomerHub?.('identify', async () => 'd.e.f')
    await becomes(() => hub.contexts.length === 2)
    expect(hub.told).toEqual(['end'])
    expect(hub.contexts[1]).toMatchObject({ identity: 'd.e.f' })
  })
})

describe('a page that works against it', () => {
  it('says so on the launcher when the hub cannot be loaded, and tries again at the next click', async () => {
    const hub = fakeHub()
    let isBlocked = true
    const errors: unknown[] = []
    run({ ...hub, load: () => (isBlocked ? Promise.reject(new TypeError('blocked')) : hub.load()) })
    window.CustomerHub?.('on', 'error', (error) => errors.push(error))
    await boot()
    part('.launcher')?.click()
    await becomes(() => part('.launcher')?.dataset['n'] === '!')
    expect(part('.launcher')?.ariaLabel).toBe('Chat (!)')
    expect(errors).toHaveLength(1)
    isBlocked = false
    part('.launcher')?.click()
    await becomes(() => hub.told.includes('open'))
  })

  it('is put back when the page replaces all of itself, and stays away once destroyed', async () => {
    run(fakeHub())
    await becomes(() => hosts().length === 1)
    const [host] = hosts()
    document.body.replaceWith(document.createElement('body'))
    document.querySelector('customer-hub')?.remove()
    await eventually(() => expect(hosts()).toEqual([host]))
    window.CustomerHub?.('destroy')
    document.documentElement.append(document.createElement('i'))
    document.querySelector('html > i')?.remove()
    expect(hosts()).toEqual([])
  })

  it('remembers nothing and loses nothing where storage is blocked', async () => {
    for (const act of ['getItem', 'setItem', 'removeItem'] as const) {
      vi.spyOn(Storage.prototype, act).mockImplementation(() => {
        throw new Error('SecurityError')
      })
    }
    const hub = fakeHub()
    run(hub)
    await boot('a.b.c')
    expect(session.asked).toHaveLength(1)
    window.CustomerHub?.('open')
    await becomes(() => hub.contexts.length === 1)
    expect(hub.contexts[0]).toMatchObject({ identity: 'a.b.c', chat: true })
  })
})
