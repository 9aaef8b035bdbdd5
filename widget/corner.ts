import type { PublicSettings } from '../server/protocol/public-settings.ts'
import type { Bubble } from './bubble.ts'
import css from './loader.css?inline'

/** The corner of the shop's page that is ours: a button, and now and then a bubble above it. */
export type Corner = {
  shadow: ShadowRoot
  /** All of ours stands in here: the page's own styles end at it. */
  root: HTMLElement
  launcher: HTMLElement
  language: string
  /** Once there was something to say. */
  bubble?: Bubble
  unread: (n: number | '!') => void
  /** The drawer has the corner now, or gives it back. */
  covered: (open: boolean) => void
  end: () => void
}

/** Draws it, in a shadow root and with constructable styles only, so that page and hub leave each other alone. */
export function drawCorner({ accent: { light, dark } }: PublicSettings, locale: string): Corner {
  const page = document
  const draw = (tag: string) => page.createElementNS('http://www.w3.org/2000/svg', tag)
  const make = (tag: string) => page.createElement(tag)
  const svg = draw('svg')
  const path = draw('path')
  const language = locale.slice(0, 2)
  const isArabic = language === 'ar'
  const launcher = make('button')
  const corner = make('div')
  const root = make('div')
  const host = make('customer-hub')
  const shadow = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  let isOver = false

  svg.setAttribute('viewBox', '0 0 20 20')
  path.setAttribute('d', 'M2 4h16v10h-7l-4 3.4V14H2ZM6.5 9h.1M10 9h.1m3.4 0h.1')
  sheet.replaceSync(`${css}.hub{${light}}@media(prefers-color-scheme:dark){.hub{${dark}}}`)
  shadow.adoptedStyleSheets = [sheet]
  shadow.append(root)
  root.append(corner)
  corner.append(launcher)
  launcher.append(svg)
  svg.append(path)
  root.className = 'hub'
  root.dir = isArabic ? 'rtl' : 'ltr'
  // Not in the sheet: the build would spell it out for browsers that lack it, at the loader's cost.
  root.style.colorScheme = 'light dark'
  corner.className = 'corner'
  launcher.className = 'launcher'

  // Beside the body: shops replace or transform their body, and a transformed one would carry the corner along. Some
  // replace the whole page. (A moment later: a script that fights for the spot shall not hang the page.)
  const stay = () => {
    const html = page.documentElement
    if (isOver) return
    if (!host.isConnected) html.append(host)
    // A zoomed page would zoom the corner with it.
    root.style.zoom = `${1 / html.currentCSSZoom}`
    for (const node of [page, html]) watch.observe(node, { childList: true })
  }
  const watch = new MutationObserver(() => setTimeout(stay))
  stay()

  return {
    shadow,
    root,
    launcher,
    language,
    unread(n) {
      // "Chat" is understood in most languages; all other words come with the hub.
      const chat = isArabic ? 'المحادثة' : 'Chat'
      launcher.ariaLabel = n ? `${chat} (${n})` : chat
      if (n) launcher.dataset['n'] = `${n}`
      else delete launcher.dataset['n']
    },
    covered(open) {
      corner.hidden = open
    },
    end() {
      isOver = true
      host.remove()
    },
  }
}
