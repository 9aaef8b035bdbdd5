import { signal } from '@preact/signals'
import type { Notice, Permission } from '../../server/inbox/notify/browser-notices.ts'

/** A browser that notes down what it was to show and to ring. */
export function fakeWays(first: Permission = 'not_asked') {
  const permission = signal<Permission>(first)
  const done: { shown: Notice[]; rings: number; claimed: string[] } = { shown: [], rings: 0, claimed: [] }
  return {
    done,
    notices: {
      permission,
      async ask() {
        permission.value = 'granted'
        return true
      },
      show: (notice: Notice) => void done.shown.push(notice),
      close() {},
    },
    bell: { mayRing: () => true, ring: () => void done.rings++ },
    oneTab(name: string, what: () => void) {
      if (done.claimed.includes(name)) return
      done.claimed.push(name)
      what()
    },
  }
}
