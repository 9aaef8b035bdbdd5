import type { PublicSettings } from '../server/protocol/public-settings.ts'
import css from './loader.css?inline'

/** "Chat" is understood in most languages, "close" is not; all other words come with the hub. */
const close: Record<string, string> = { de: 'Schließen', pt: 'Fechar', ar: 'إغلاق' }

/** The corner of the shop's page that is ours: a button, and now and then a bubble above it. */
export type Corner = {
  shadow: ShadowRoot
  /** Shows a bubble, with who says it; without text it goes away. */
  hello: (who?: string, text?: string) => void
  unread: (n: number) => void
  /** The drawer has the corner now, or gives it back. */
  covered: (open: boolean) => void
  /** Gives the focus back to where it came from, or to the launcher. */
  focus: (opener: Element | null) => void
}

/** Draws it, in a shadow root and with constructable styles only, so that page and hub leave each other alone. */
export function drawCorner(
  settings: PublicSettings,
  locale: string,
  open: (tab?: 'chat') => void,
  dismiss: () => void,
  near: () => void,
): Corner {
  const draw = (tag: string) => document.createElementNS('http://www.w3.org/2000/svg', tag)
  const svg = draw('svg')
  const path = svg.appendChild(draw('path'))
  const language = locale.slice(0, 2)
  const launcher = make('button', svg)
  const count = launcher.appendChild(make('span'))
  const writer = make('div')
  const words = make('div')
  const said = make('button', writer, words)
  const away = make('button', '×')
  const bubble = make('div', said, away)
  const corner = make('div', bubble, launcher)
  const host = make('customer-hub')
  const shadow = host.attachShadow({ mode: 'open' })
  const chat = language === 'ar' ? 'المحادثة' : 'Chat'
  const sheet = new CSSStyleSheet()
  const { light, dark } = settings.accent

  svg.setAttribute('viewBox', '0 0 20 20')
  path.setAttribute('d', 'M2 4h16v10h-7l-4 3.4V14H2ZM6.5 9h.1M10 9h.1m3.4 0h.1')
  sheet.replaceSync(`${css}:host{${light}}@media(prefers-color-scheme:dark){:host{${dark}}}`)
  shadow.adoptedStyleSheets = [sheet]
  shadow.append(corner)
  corner.className = 'corner'
  // Not in the sheet: the build would spell it out for browsers that lack it, at the loader's cost.
  corner.style.colorScheme = 'light dark'
  corner.dir = language === 'ar' ? 'rtl' : 'ltr'
  bubble.className = 'hello'
  words.dir = 'auto'
  bubble.hidden = true
  launcher.className = 'launcher'
  launcher.hidden = !settings.launcher
  launcher.onfocus = launcher.onpointerenter = near
  launcher.onclick = () => open()
  said.onclick = () => open('chat')
  away.ariaLabel = close[language] ?? 'Close'
  away.onclick = () => {
    dismiss()
    launcher.focus()
  }
  count.className = 'n'
  // Beside the body: shops replace or transform their body, and a transformed one would carry the corner along.
  document.documentElement.append(host)

  return {
    shadow,
    hello(who = '', text = '') {
      bubble.hidden = !text
      writer.textContent = who
      words.textContent = text
    },
    unread(n) {
      count.hidden = !n
      count.textContent = `${n}`
      launcher.ariaLabel = chat + (n ? ` (${n})` : '')
    },
    covered(open) {
      corner.hidden = open
    },
    focus(opener) {
      ;(opener instanceof HTMLElement ? opener : launcher).focus()
    },
  }
}

function make<K extends keyof HTMLElementTagNameMap>(tag: K, ...inside: (Node | string)[]): HTMLElementTagNameMap[K]
function make(tag: string): HTMLElement
function make(tag: string, ...inside: (Node | string)[]): HTMLElement {
  const made = document.createElement(tag)
  made.append(...inside)
  return made
}
