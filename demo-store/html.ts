/** Markup that is safe to send. Only `html` and `trusted` make one, so a plain string can never pass for it. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

export type Piece = Html | string | number | null | undefined | false | readonly Piece[]

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** A string as text between tags or inside a quoted attribute. */
export const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? '')

const render = (piece: Piece): string => {
  if (piece instanceof Html) return piece.text
  if (piece === null || piece === undefined || piece === false) return ''
  if (typeof piece === 'string') return escape(piece)
  if (typeof piece === 'number') return String(piece)
  return piece.map(render).join('')
}

/** The one way to build a page: every interpolated string is escaped, nested `html` and lists of it are not. */
export const html = (strings: TemplateStringsArray, ...pieces: Piece[]): Html =>
  new Html(strings.reduce((page, text, at) => page + render(pieces[at - 1]) + text))

/** Markup written by us, in this repository, such as a drawing. Never call it with anything a person typed. */
export const trusted = (text: string): Html => new Html(text)
