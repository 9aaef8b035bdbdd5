import css from './bubble.css?inline'
import type { Corner } from './corner.ts'

const close: Record<string, string> = { de: 'Schließen', pt: 'Fechar', ar: 'إغلاق' }

/** Somebody speaks above the launcher. Without text they stop. */
export type Bubble = (who?: string, text?: string) => unknown

/** Draws a bubble once above a launcher, silent yet. Few pages need one, so it is a part of its own. */
export function drawBubble(corner: Corner, open: (tab?: 'chat') => void, dismiss: () => void): Bubble {
  if (corner.bubble) return corner.bubble
  const { shadow, launcher } = corner
  const writer = document.createElement('div')
  const words = document.createElement('div')
  const said = document.createElement('button')
  const away = document.createElement('button')
  const bubble = document.createElement('div')
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  shadow.adoptedStyleSheets.push(sheet)
  bubble.className = 'hello'
  bubble.hidden = true
  words.dir = 'auto'
  said.onclick = () => open('chat')
  said.append(writer, words)
  away.textContent = '×'
  away.ariaLabel = close[corner.language] ?? 'Close'
  away.onclick = () => {
    dismiss()
    launcher.focus()
  }
  bubble.append(said, away)
  launcher.before(bubble)
  corner.bubble = (who = '', text = '') => {
    bubble.hidden = !text
    writer.textContent = who
    words.textContent = text
  }
  return corner.bubble
}
