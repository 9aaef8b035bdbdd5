import { afterEach, beforeEach, expect, vi } from 'vitest'
import type { PublicSettings } from '../../../server/protocol/public-settings.ts'
import type { MountedHub } from '../../../widget/hub/context.ts'
import { mount } from '../../../widget/hub/mount.tsx'
import { shopSettings } from '../shop-settings.ts'
import { fakeDesk } from './fake-desk.ts'
import { fakeContent } from './hub-content.ts'
import { eventually } from '../../eventually.ts'

const token = `e30.${btoa(JSON.stringify({ sub: 'mireille', name: 'Mireille Fontaine' }))}.x`

type Page = {
  desk: Awaited<ReturnType<typeof fakeDesk>>
  /** What the other tabs show. */
  content: ReturnType<typeof fakeContent>
  hub: MountedHub | null
  shadow: ShadowRoot
  /** What the hub told the loader and the page. */
  told: string[]
}

/** The shop's page of this test: a shadow root as the loader makes it, with a desk behind it. */
export let page: Page

/** A new page before each test of the file that calls this, and nothing left of it afterwards. */
export function useFreshPage(): void {
  vi.setConfig({ testTimeout: 20_000 })
  beforeEach(async () => {
    document.title = 'Vases'
    const host = document.body.appendChild(document.createElement('customer-hub'))
    page = {
      desk: await fakeDesk(),
      content: fakeContent(),
      hub: null,
      shadow: host.attachShadow({ mode: 'open' }),
      told: [],
    }
  })
  afterEach(async () => {
    page.hub?.end()
    page.shadow.host.remove()
    localStorage.clear()
    vi.unstubAllGlobals()
    await page.desk.stop()
  })
}

export async function open(
  who: 'shopper' | 'visitor' = 'shopper',
  locale = 'en',
  own: Partial<PublicSettings> = {},
  renew: () => Promise<string | null> = async () => token,
): Promise<void> {
  const { desk, shadow, told } = page
  const root = shadow.appendChild(document.createElement('div'))
  const launcher = root.appendChild(document.createElement('button'))
  page.hub = await mount({
    corner: {
      shadow,
      root,
      box: root,
      launcher,
      chat: 'Chat',
      bubble: root,
      hello: (writer, text) => told.push(`hello ${writer}: ${text}`),
      unread: (n) => told.push(`unread ${n}`),
      failed: () => {},
      end: () => {},
    },
    settings: { ...shopSettings, ...own },
    base: `${desk.url}/`,
    locale,
    identity: who === 'shopper' ? token : null,
    renew,
    chat: who === 'shopper',
    emit: (name, detail) => told.push(`${name} ${JSON.stringify(detail ?? null)}`),
    shown: (now) => told.push(now ? 'shown' : 'hidden'),
    open: () => {},
    again: async () => {
      told.push('again')
      return false
    },
    become: () => told.push('become'),
  })
  page.hub.open()
}

/** The hub, open, once the desk has answered. */
export async function openReady(): Promise<void> {
  await open()
  await shows(shopSettings.welcome)
}

export const find = <E extends HTMLElement>(selector: string): E | null => page.shadow.querySelector<E>(selector)
export const text = (): string => find('.drawer')?.textContent ?? ''
export const shows = (said: string): Promise<void> => eventually(() => expect(text()).toContain(said))
export const field = (): HTMLTextAreaElement | null => find<HTMLTextAreaElement>('textarea')
export const bubbles = (): (string | null)[] =>
  [...page.shadow.querySelectorAll('.bubble')].map((one) => one.textContent)
export const button = (name: string): HTMLButtonElement | undefined =>
  [...page.shadow.querySelectorAll('button')].find((one) =>
    [one.getAttribute('aria-label'), one.textContent].includes(name),
  )

export function type(said: string): void {
  const area = field()
  if (!area) throw new Error('no field')
  area.value = said
  area.dispatchEvent(new Event('input', { bubbles: true }))
}

export function press(key: string, more: KeyboardEventInit = {}, on: HTMLElement | null | undefined = field()): void {
  on?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, composed: true, ...more }))
}
