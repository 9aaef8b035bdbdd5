import type { PublicSettings } from '../server/protocol/public-settings.ts'
import type { Call, CustomerHub, Options } from './commands.ts'
import { drawCorner } from './corner.ts'
import type { Asked, Asking, Attributes, Load, Page, Who } from './page.ts'

/**
 * W-1: takes over `window.CustomerHub` and answers what the page has queued there. All that a page load needs is here:
 * the launcher, who is there, and the welcome (W-3). Whatever somebody wants beyond that is control.ts's, which is loaded
 * then; so it is where a conversation runs, words wait to be sent, a page has its own looks, or something is wrong.
 */
export function start(settings: PublicSettings, base: string, attributes: Attributes, load: Load): void {
  const queued = window.CustomerHub
  if (queued?.loaded) return

  let control: ((call: Asked) => unknown) | undefined
  let loading: Promise<void> | null | undefined
  /** What is asked while it is loaded: nothing is done out of turn. */
  let waiting: Asked[] = []

  const page: Page = {
    settings,
    base,
    options: {},
    on: [],
    who: {},
    boot,
    meet,
    destroy,
    emit(event, detail) {
      for (const ear of page.on) if (ear[1] === event) queueMicrotask(() => ear[2]?.(detail))
    },
    async token() {
      const { token } = page.options
      return typeof token === 'function' ? token() : token
    },
  }

  function run(call: Asked): unknown {
    if (control) return control(call)
    if (call[0] === 'destroy') destroy()
    else if (waiting[0]) return later(call)
    else if (call[0] === 'boot') boot(call[1])
    else if (call[0] === 'on') page.on.push(call)
    else if (!page.corner) {
      if (!settings.on) console.warn('CustomerHub is off')
    } else if (call[0] === 'logout') run(['identify', () => null])
    else if (call[0] === 'identify') {
      page.options.token = call[1]
      meet()
    } else {
      // Not shown for a moment while the rest comes.
      if (call[0] === 'hide') page.corner.launcher.hidden = true
      return later(call)
    }
  }

  function later(call: Asked) {
    waiting.push(call)
    loading ??= load().then(
      ({ take }) => {
        control = take(page)
        waiting.splice(0).forEach(control)
      },
      (error: unknown) => {
        // The next one who wants something tries again.
        loading = null
        page.corner?.failed()
        page.emit('error', error)
      },
    )
    return loading
  }

  function boot(own: Options = {}) {
    // A second boot changes nothing, unless it brings the token of a shopper where there was none.
    if (!settings.on || (page.corner && (page.who.token || !own?.token))) return
    page.options = { ...attributes, ...page.options, ...own }
    const { token: _token, locale, ...looks } = page.options
    if (!page.corner) {
      const corner = drawCorner(settings, locale, run)
      page.corner = corner
      if (Object.keys(looks)[0]) {
        // Not for a moment as they are not.
        corner.box.hidden = true
        run(['fit', attributes])
      }
    }
    meet()
  }

  function meet(asking = page.token()) {
    control?.(['leave'])
    page.asked = find(asking, (page.who = {}))
  }

  /** One question to the shop at most, and one to the desk; none for a visitor. */
  async function find(asking: Asking, who: Who) {
    const wrong = (what: unknown) => run(['wrong', what, asking, who])
    let kept = ''
    try {
      // A page's callback may hang: nobody waits longer for it than this.
      const token = await Promise.race([asking, new Promise<never>((_, fail) => setTimeout(fail, 5e3))])
      who.token = token
      // A page without a token says nothing of who is there: it may have come out of a cache.
      if (page.options.token && who === page.who) {
        try {
          // Stands there while the shop knows the shopper: whoever takes it away signs out every tab of this browser.
          localStorage[token ? 'setItem' : 'removeItem']('customer-hub:in', '1')
          kept = Object.keys(localStorage).join()
        } catch {}
        if (token && settings.chat) {
          const answer = await fetch(`${base}api/hub/session`, {
            headers: { authorization: `Bearer ${token}` },
            signal: AbortSignal.timeout(1e4),
          })
          Object.assign(who, answer.ok ? await answer.json() : await wrong(answer))
        }
      }
    } catch (error) {
      await wrong(error)
    }
    const { corner } = page
    if (!corner || who !== page.who) return
    if (who.token) addEventListener('storage', elsewhere)
    if (who.running || (who.chat && /hub:out/.test(kept))) run(['summon'])
    else {
      // W-3: not again once dismissed, and only above a launcher.
      const isGreeted = !who.chat || /hub:hi/.test(kept) || corner.launcher.hidden
      corner.hello(settings.shopName, isGreeted ? '' : settings.welcome)
    }
    page.emit('ready')
  }

  /** Somebody signed out in another tab, or wrote something: every tab of a conversation has its own connection. */
  function elsewhere(event: StorageEvent) {
    if (/hub:[io]/.test(`${event.key}`)) run(['elsewhere', event])
  }

  function destroy() {
    removeEventListener('storage', elsewhere)
    page.corner?.end()
    page.corner = undefined
    page.options = {}
    waiting = []
    page.on = []
    meet()
  }

  const hub: CustomerHub = (...call: Call) => run(call)
  hub.loaded = true
  window.CustomerHub = hub
  const calls = queued?.q ?? []
  // A page that says nothing gets a visitor's hub: one tag is enough.
  if (!calls[0]) boot()
  calls.forEach(run)
}
