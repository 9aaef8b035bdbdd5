import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createStore } from '../../demo-store/app.ts'

export const shopId = 'tidewick'
export const shopSecret = 'a secret that only the shop and its desk know'

/** A folder of its own for one test, gone afterwards. */
export const emptyFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'demo-store-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A running shop on a free port; closed when the test ends, or earlier by the test. */
export const openStore = async (dataDir: string, now: () => number = Date.now) => {
  const store = await createStore({
    deskUrl: 'http://desk.example:3000',
    shopId,
    shopSecret,
    dataDir,
    host: '127.0.0.1',
    port: 0,
    now,
  })
  let open = true
  const close = async (): Promise<void> => {
    if (open) await store.close()
    open = false
  }
  onTestFinished(close)
  return { url: store.url, close }
}

/** Somebody with a browser: keeps the cookie, follows redirects by hand, posts forms from the shop's own pages. */
export const shopper = (url: string, firstCookie = '') => {
  let cookie = firstCookie
  const send = async (path: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers)
    if (cookie !== '') headers.set('cookie', cookie)
    const response = await fetch(new URL(path, url), { ...init, headers, redirect: 'manual' })
    const set = response.headers.getSetCookie()[0]?.split(';')[0]
    if (set !== undefined) cookie = set.endsWith('=') ? '' : set
    return response
  }
  return {
    get cookie() {
      return cookie
    },
    open: (path: string): Promise<Response> => send(path, {}),
    read: async (path: string): Promise<string> => (await send(path, {})).text(),
    post: (path: string, form: Record<string, string> = {}, headers: Record<string, string> = {}): Promise<Response> =>
      send(path, { method: 'POST', body: new URLSearchParams(form), headers: { origin: url, ...headers } }),
  }
}

export type Shopper = ReturnType<typeof shopper>

export const signInAs = (who: Shopper, customer: string): Promise<Response> => who.post('/sign-in', { customer })

export const put = (who: Shopper, slug: string, finish: string, size: string, quantity = 1): Promise<Response> =>
  who.post('/basket/add', { slug, finish, size, quantity: String(quantity) })

/** The checkout form of this shopper, as it came, with the attempt it carries. */
export const checkoutForm = async (who: Shopper): Promise<Record<string, string>> => {
  const page = await who.read('/checkout')
  const attempt = page.match(/name="attempt" value="([^"]+)"/)?.[1] ?? ''
  return {
    name: 'Ada Example',
    street: '1 Quay Street',
    more: '',
    postcode: '12345',
    city: 'Porto',
    country: 'PT',
    phone: '',
    note: '',
    payment: 'invoice',
    attempt,
  }
}
