import { afterEach, expect, it, vi } from 'vitest'
import { browserStore, browserWorld } from '../../../widget/thread/world.ts'
import { createOneTab } from '../../../widget/thread/one-tab.ts'

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  localStorage.clear()
})

const refuses = () => {
  throw new DOMException('denied', 'SecurityError')
}

it.each([
  ['may not be touched', () => vi.spyOn(window, 'localStorage', 'get').mockImplementation(refuses)],
  ['is not there', () => Object.defineProperty(globalThis, 'localStorage', { value: null, configurable: true })],
  [
    'refuses every act',
    () => {
      for (const act of ['getItem', 'setItem', 'removeItem'] as const)
        vi.spyOn(Storage.prototype, act).mockImplementation(refuses)
    },
  ],
])('W-13 keeps what is written in memory where the storage %s', (_how, block) => {
  const own = Object.getOwnPropertyDescriptor(globalThis, 'localStorage')
  block()
  try {
    const store = browserStore()
    store.write('a', 'words')
    expect([store.read('a'), store.read('b'), store.keys()]).toEqual(['words', null, ['a']])
    const stop = store.watch(() => {})
    dispatchEvent(new StorageEvent('storage', { key: 'a' }))
    stop()
    store.remove('a')
    expect(store.read('a')).toBeNull()
  } finally {
    if (own) Object.defineProperty(globalThis, 'localStorage', own)
  }
})

it('W-13 sends without a lock where the browser refuses locks, and runs nothing twice', async () => {
  const request = vi.fn<() => Promise<never>>(() => Promise.reject(new DOMException('denied', 'SecurityError')))
  vi.stubGlobal('navigator', { locks: { request } })
  const { lock } = browserWorld()
  expect(await lock('outbox', async () => 'sent')).toBe('sent')
  expect(request).toHaveBeenCalledOnce()

  const what = vi.fn<() => Promise<never>>(() => Promise.reject(new Error('its own')))
  vi.stubGlobal('navigator', { locks: { request: (_name: string, begin: () => unknown) => begin() } })
  await expect(lock('outbox', what)).rejects.toThrow('its own')
  expect(what).toHaveBeenCalledOnce()
})

it('W-13 is silent where the browser refuses locks: no sound, and no error on the page', async () => {
  const asked = Promise.reject<never>(new DOMException('denied', 'SecurityError'))
  const rang = vi.fn<() => void>()
  const caught = vi.spyOn(asked, 'catch')
  createOneTab({ request: () => asked }, localStorage)('answer 1', rang)
  expect(caught).toHaveBeenCalledOnce()
  expect(rang).not.toHaveBeenCalled()
})

it('makes ids on pages whose Array.from is an old library’s', () => {
  vi.spyOn(Array, 'from').mockImplementation((list: Iterable<unknown> | ArrayLike<unknown>) =>
    Array.prototype.slice.call(list),
  )
  expect(browserWorld().newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})
