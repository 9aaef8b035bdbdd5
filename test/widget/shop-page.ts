import { afterEach, beforeEach, expect, vi } from 'vitest'
import type { HubSession, PublicSettings } from '../../server/protocol/public-settings.ts'
import type { HubContext, MountedHub } from '../../widget/hub/context.ts'
import type { Parts } from '../../widget/control.ts'
import { start } from '../../widget/launcher.ts'
import { shopSettings } from './shop-settings.ts'
import { eventually } from '../eventually.ts'

export const quiet: HubSession = { chat: true, running: false, unread: 0 }

/** The desk's side of the loader's one question. */
export const session = { asked: [] as string[], answer: async (): Promise<Response> => Response.json(quiet) }

/** A page without the script before each test of the file that calls this, and again afterwards. */
export function useFreshPage(): void {
  beforeEach(() => {
    parts.asked = 0
    parts.isBlocked = false
    self.now = {}
    session.asked = []
    session.answer = async () => Response.json(quiet)
    vi.stubGlobal('fetch', (url: string, init: { headers: { authorization: string } }) => {
      session.asked.push(`${url} ${init.headers.authorization}`)
      return session.answer()
    })
  })
  afterEach(() => {
    window.CustomerHub?.('destroy')
    delete window.CustomerHub
    localStorage.clear()
    vi.unstubAllGlobals()
  })
}

/** The hub that the loader would fetch, and what it was told. */
export function fakeHub() {
  const told: string[] = []
  const contexts: HubContext[] = []
  let loads = 0
  const load = async () => {
    loads++
    return {
      mount: async (context: HubContext): Promise<MountedHub> => {
        contexts.push(context)
        return {
          open: (tab) => {
            told.push(tab ? `open ${tab}` : 'open')
            context.shown(true)
          },
          close: () => {
            told.push('close')
            context.shown(false)
          },
          is: (token) => token === context.identity,
          end: () => told.push('end'),
        }
      },
    }
  }
  return { load, told, contexts, loads: () => loads }
}

/** How often the loader has asked for the part that does what somebody wants. */
export const parts = { asked: 0, isBlocked: false }

/** What stands in control.ts's place: a newer desk sends again.ts. */
export const self: { now: Awaited<ReturnType<Parts['self']>> } = { now: {} }

/** What the script tag does. */
export function run(
  hub: Pick<ReturnType<typeof fakeHub>, 'load'>,
  own: Partial<PublicSettings> = {},
  attributes: Record<string, string | undefined> = {},
): void {
  start({ ...shopSettings, ...own }, 'https://desk.example/', attributes, async () => {
    parts.asked++
    if (parts.isBlocked) throw new TypeError('blocked')
    const { take } = await import('../../widget/control.ts')
    const setUp = () => import('../../widget/setup/setup.ts')
    return { take: (page) => take(page, { hub: hub.load, setUp, self: async () => self.now }) }
  })
}

/** Boots and waits until it is known who is there. */
export async function boot(token?: string | (() => Promise<string | null>)): Promise<void> {
  let isReady = false
  window.CustomerHub?.('on', 'ready', () => (isReady = true))
  window.CustomerHub?.('boot', token === undefined ? {} : { token })
  await becomes(() => isReady)
}

export const becomes = (what: () => unknown): Promise<void> => eventually(() => expect(what()).toBe(true))
export const hosts = (): Element[] => [...document.querySelectorAll('customer-hub')]
export const part = (selector: string): HTMLElement | null =>
  hosts()[0]?.shadowRoot?.querySelector<HTMLElement>(selector) ?? null
export const isShown = (selector: string): boolean => part(selector)?.hidden === false
