import { signal } from '@preact/signals'
import { createLink } from '../../widget/thread/link.ts'
import { browserWorld } from '../../widget/thread/world.ts'
import type { FromAgent, ToAgent } from '../protocol/agent-events.ts'
import type { Me } from './api.ts'
import { createDesk, type Desk } from './desk.ts'
import { createBell } from '../../widget/thread/bell.ts'
import { createBrowserNotices } from './notify/browser-notices.ts'
import { createOneTab } from '../../widget/thread/one-tab.ts'
import type { Page } from './page.ts'

/** The desk over this browser's socket, clock and window. The session is in the cookie. */
export function connectDesk(page: Page, me: Me): Desk {
  const world = { ...browserWorld(), now: page.clock.now }
  const link = createLink<FromAgent, ToAgent>({ url: location.origin, path: '/socket/agent', world })
  const isVisible = () => document.visibilityState === 'visible'
  const visible = signal(isVisible())
  const look = () => {
    visible.value = isVisible()
  }
  document.addEventListener('visibilitychange', look)
  const notices = createBrowserNotices(window)
  const ways = { notices, bell: createBell(window), oneTab: createOneTab(navigator.locks, page.storage) }
  const desk = createDesk({ page, link, world, me, visible, ways })
  return {
    ...desk,
    close() {
      document.removeEventListener('visibilitychange', look)
      notices.close()
      desk.close()
    },
  }
}
