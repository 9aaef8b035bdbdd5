import type { PublicSettings } from '../server/protocol/public-settings.ts'
import css from './loader.css?inline'

/** "Close", "Chat" and the direction. "Chat" is understood in most languages; all other words come with the hub. */
const words: Record<string, string[]> = { de: ['Schließen'], pt: ['Fechar'], ar: ['إغلاق', 'المحادثة', 'rtl'] }

/** The corner of the shop's page that is ours: a button, and now and then a bubble above it. */
export type Corner = {
  shadow: ShadowRoot
  /** All of ours stands in here, in the hub's language: the page's own styles end at it. */
  root: HTMLElement
  /** What the drawer covers. */
  box: HTMLElement
  launcher: HTMLElement
  /** The launcher's name. */
  chat: string
  bubble: HTMLElement
  /** Somebody speaks above the launcher; without text they stop. */
  hello: (who: string, text: string) => void
  /** A part could not be loaded. */
  failed: () => void
  end: () => void
}

/** Draws it, in a shadow root and with constructable styles only, so that page and hub leave each other alone. */
export function drawCorner(
  settings: PublicSettings,
  locale: string | undefined,
  run: (call: ['open'] | ['open', 'chat'] | ['near'] | ['dismiss']) => unknown,
): Corner {
  const page = document
  const make = (into: ParentNode, name: string, tag = 'button') => {
    const made = page.createElement(tag)
    made.className = name
    into.append(made)
    return made
  }
  const host = page.createElement('customer-hub')
  const shadow = host.attachShadow({ mode: 'open' })
  const root = make(shadow, 'hub', 'div')
  const box = make(root, 'corner', 'div')
  const bubble = make(box, 'hello', 'div')
  const said = make(bubble, '')
  const writer = make(said, '', 'div')
  const text = make(said, '', 'div')
  const away = make(bubble, '')
  const launcher = make(box, 'launcher')
  const sheet = new CSSStyleSheet()
  root.lang = settings.language || locale || page.documentElement.lang
  const [close = 'Close', chat = 'Chat', direction = 'ltr'] = words[root.lang.slice(0, 2)] ?? []

  // `color-scheme` is not in the file: the build would spell it out for browsers that lack it, at the loader's cost.
  sheet.replaceSync(
    `${css}.hub{color-scheme:light dark;${settings.accent.light}}@media(prefers-color-scheme:dark){.hub{${settings.accent.dark}}}`,
  )
  shadow.adoptedStyleSheets = [sheet]
  root.dir = direction
  root.popover = 'manual'
  bubble.hidden = true
  text.dir = 'auto'
  away.textContent = '✕'
  away.ariaLabel = close
  launcher.ariaLabel = chat
  launcher.hidden = !settings.launcher

  // Beside the body: shops replace or transform their body, and a transformed one would carry the corner along. Some
  // replace the whole page. In a task of its own: to ask for the zoom has the page's styles computed, and a script that
  // fights for the spot shall not hang the page.
  const stay = () =>
    setTimeout(() => {
      const html = page.documentElement
      if (!root.parentNode) return
      if (!host.isConnected) html.append(host)
      // Again, too: a page that writes itself anew (document.open) takes away all that listens on it.
      box.onpointerenter = () => run(['near'])
      launcher.onclick = () => {
        launcher.ariaBusy = 'true'
        run(['open'])
      }
      said.onclick = () => run(['open', 'chat'])
      away.onclick = () => run(['dismiss'])
      // Before all layers of the page, and at home in the window where the page's own element is transformed or contained.
      root.showPopover?.()
      // A zoomed page would zoom the corner with it.
      root.style.zoom = `${1 / html.currentCSSZoom}`
      for (const node of [page, html]) watch.observe(node, { childList: true })
    })
  const watch = new MutationObserver(stay)
  stay()

  return {
    shadow,
    root,
    box,
    launcher,
    chat,
    bubble,
    hello(who, what) {
      bubble.hidden = !what
      writer.textContent = who
      text.textContent = what
    },
    failed() {
      launcher.ariaLabel = `${chat} (${(launcher.dataset['n'] = '!')})`
      launcher.ariaBusy = null
      box.hidden = false
    },
    end() {
      root.remove()
      host.remove()
    },
  }
}
