import { type ReadonlySignal, signal } from '@preact/signals'
import icon from '../icon.svg?no-inline'

/** What the browser allows: `missing` where it has no notifications (also on a page without https). */
export type Permission = 'missing' | 'not_asked' | 'granted' | 'blocked'

export type Notice = { title: string; body: string; ticket: string; onClick: () => void }

/** The browser's notifications; whether it lets us show any is its own answer, and may change at any time. */
export type BrowserNotices = {
  permission: ReadonlySignal<Permission>
  /** Asks the person; only ever from a click. Answers whether we may. */
  ask(): Promise<boolean>
  show(notice: Notice): void
  close(): void
}

type View = Pick<Window & typeof globalThis, 'Notification' | 'navigator' | 'focus'>

export function createBrowserNotices(view: Partial<View> & Pick<View, 'focus'>): BrowserNotices {
  const api = view.Notification
  const now = (): Permission => {
    if (api === undefined) return 'missing'
    return api.permission === 'granted' ? 'granted' : api.permission === 'denied' ? 'blocked' : 'not_asked'
  }
  const permission = signal(now())
  const read = () => {
    permission.value = now()
  }
  let status: PermissionStatus | undefined
  // Changed beside the address bar: the page says so at once. A browser that cannot tell is asked when it matters.
  view.navigator?.permissions
    ?.query({ name: 'notifications' })
    .then((found) => {
      status = found
      found.addEventListener('change', read)
    })
    .catch(() => {})
  return {
    permission,
    async ask() {
      if (api === undefined) return false
      await api.requestPermission()
      read()
      return permission.peek() === 'granted'
    },
    show({ title, body, ticket, onClick }) {
      read()
      if (api === undefined || permission.peek() !== 'granted') return
      // One a ticket: the newest stands for those before it. The sound is our own choice, not the browser's.
      const shown = new api(title, { body, tag: ticket, icon, silent: true })
      shown.addEventListener('click', () => {
        view.focus()
        shown.close()
        onClick()
      })
    },
    close: () => status?.removeEventListener('change', read),
  }
}
