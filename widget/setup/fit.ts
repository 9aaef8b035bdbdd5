import { hubDeclarations } from '../../server/protocol/accent-style.ts'
import { accentTokens } from '../../server/protocol/accent-tokens.ts'
import type { Options } from '../commands.ts'
import { note } from './notes.ts'

type Drawn = { shadow: ShadowRoot; root: HTMLElement; launcher: HTMLElement }
type Known = { [Name in keyof Options]-?: (value: string) => boolean }

const isNumber = (value: string) => /^-?\d{1,5}(\.\d+)?$/.test(value)
const known: Known = {
  token: () => true,
  locale: () => true,
  position: (value) => value === 'left' || value === 'right',
  offsetX: isNumber,
  offsetY: isNumber,
  colour: (value) => /^#[0-9a-f]{6}$/i.test(value),
  zIndex: (value) => /^-?\d+$/.test(value),
  launcher: (value) => value === 'off' || isSelector(value),
}

/** Gives corner and drawer the page's own looks; what cannot be used is said, and left out. */
export function fit(
  { shadow, root, launcher: own }: Drawn,
  options: Options,
  attributes: Record<string, string | undefined>,
  open: () => void,
): void {
  const good: Partial<Record<keyof Options, string>> = {}
  for (const [name, given] of Object.entries(options)) {
    const value: unknown = given
    if (value === undefined || value === null) continue
    const text = typeof value === 'string' || typeof value === 'number' ? `${value}`.trim() : ''
    if (!isOption(name)) {
      // A tag may have attributes for others too.
      if (!(name in attributes)) note('option', { [name]: value })
    } else if (known[name](text)) good[name] = text
    else note('option', { [name]: value })
  }
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(styles(good, root.dir === 'rtl'))
  // After ours, which it bends.
  shadow.adoptedStyleSheets.push(sheet)
  // Layers count only below the browser's own top layer, where the corner stands otherwise.
  if (good.zIndex) Object.assign(root, { popover: null, showPopover: undefined })

  const { launcher } = good
  if (!launcher) return
  own.hidden = true
  if (launcher === 'off') return
  const hear = (event: Event) => {
    if (!shadow.host.isConnected) return document.removeEventListener('click', hear, true)
    const [clicked] = event.composedPath()
    if (clicked instanceof Element && clicked.closest(launcher)) open()
  }
  // Before a page's own handlers, which may stop it. The buttons may come and go.
  document.addEventListener('click', hear, true)
}

const isOption = (name: string): name is keyof Options => Object.hasOwn(known, name)

function isSelector(text: string): boolean {
  try {
    return document.querySelector(text) !== undefined
  } catch {
    return false
  }
}

function styles(good: Partial<Record<keyof Options, string>>, isRtl: boolean): string {
  const { position = isRtl ? 'left' : 'right', offsetX = '24', offsetY = '24', zIndex = '2147483000', colour } = good
  const place = `inset:auto;bottom:${offsetY}px;${position}:${offsetX}px`
  const room = `height:min(680px,100dvh - ${Number(offsetY) + 24}px)`
  const accent = colour && accentTokens(colour)
  return `.hub{z-index:${zIndex}}.corner{${place};justify-items:${position}}
@media(min-width:481px){.drawer,.ask{${place}}.drawer{${room}}}
${accent ? `.hub{${hubDeclarations(accent.light)}}@media(prefers-color-scheme:dark){.hub{${hubDeclarations(accent.dark)}}}` : ''}`
}
