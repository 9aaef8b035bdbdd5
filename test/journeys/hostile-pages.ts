/** Shops' pages that get in the way of what is embedded in them, each in a fashion of its own. */

const everything = `* {
  color: red !important; background: yellow !important; border: 3px dashed lime !important; outline: 4px solid !important;
  margin: 7px !important; padding: 9px !important; box-sizing: content-box !important; display: block !important;
  position: static !important; float: left !important; z-index: 1 !important; opacity: 0.5 !important; width: 90px !important;
  font: italic 900 30px/3 serif !important; letter-spacing: 5px !important; word-spacing: 1em !important;
  text-transform: uppercase !important; text-align: center !important; text-indent: 2em !important; white-space: nowrap !important;
  direction: rtl !important; cursor: wait !important; pointer-events: none !important; user-select: none !important;
  filter: blur(1px) !important; transition: all 3s !important; visibility: hidden !important; content-visibility: hidden !important;
  --accent: red !important; --surface: pink !important; --fs-15: 40px !important; --r: 99px !important;
}
html, body { visibility: visible !important; opacity: 1 !important; content-visibility: visible !important }
html { font-size: 62.5% !important; width: auto !important; float: none !important; writing-mode: vertical-rl }
body { transform: rotate(1deg); filter: grayscale(1) }
script { display: none !important }
@property --text { syntax: '<color>'; inherits: false; initial-value: pink }
@property --accent { syntax: '<color>'; inherits: false; initial-value: red }
@property --s-2 { syntax: '<length>'; inherits: true; initial-value: 90px }
@property --line { syntax: '<integer>'; inherits: false; initial-value: 3 }
@keyframes rise { to { rotate: 90deg } }
::selection { background: black !important; color: black !important }
customer-hub, :not(:defined), body ~ * { display: none !important; visibility: hidden !important; font-size: 3px !important }`

const classless = `html { font-size: 22px; line-height: 2; color: #eee; background: #123; display: grid; gap: 40px }
body, div, p, b, small, span, svg, h2 { margin: 1rem !important; font-family: cursive !important; letter-spacing: 0.2em !important }
button, textarea, input, a, dialog { all: unset !important; border: 2px solid orange !important; border-radius: 0 !important;
  padding: 2rem !important; font-size: 2rem !important; width: 100% !important; text-transform: capitalize !important }
[role], [hidden], [dir], [aria-label] { display: flex !important; background: purple !important; direction: rtl !important }
::placeholder { color: lime !important } ::before, ::after { content: 'x' !important }
:focus-visible { outline: 10px solid red !important }`

const wars = `<style>#top { position: fixed; inset: 0; z-index: 2147483000; background: #fffd }</style><div id="top">in front</div>`

/** Shortcuts that take letters away, and a dialog that wants the focus back. */
const keys = `<script>
  window.heard = []
  addEventListener('keydown', (event) => { if (/^(\\/|Backspace)$/.test(event.key)) event.preventDefault() }, true)
  for (const capture of [true, false]) document.addEventListener('keydown', (event) => {
    heard.push(event.key)
    if (/^[s\\/]$/.test(event.key)) { event.preventDefault(); event.stopImmediatePropagation() }
  }, capture)
  document.addEventListener('focusin', (event) => {
    if (!event.target.closest('#modal')) document.querySelector('#modal input').focus()
  }, true)
</script><div id="modal" role="dialog"><input aria-label="of the page"></div>`

const script = (code: string) => `<script>${code}</script>`

/** What Prototype, MooTools and their time do to the language and the page, and what wraps a network. */
const patched = script(`
  Array.prototype.toJSON = function () { return '[' + this.join() + ']' }
  String.prototype.toJSON = function () { return '"' + this + '"' }
  Array.from = function (list) { return [].slice.call(list) }
  Array.prototype.each = Array.prototype.forEach
  Object.prototype.extend = function () {}
  Object.prototype.note = 'a text, not a function'
  Element.prototype.show = Element.prototype.hide = Element.prototype.update = Element.prototype.set = function () { return this }
  window.customElements.define = window.customElements.get = function () { throw new Error('not here') }
  window.Promise = class extends Promise {}
  const Original = WebSocket
  window.WebSocket = function (address) { return new Original(address.replace(/ /g, '')) }`)

/** Nobody is to change what everybody builds on. */
const frozen = script(`for (const kind of [Object, Array, Function, String, Promise, Map, Set, RegExp, Date, Error]) {
  Object.freeze(kind.prototype)
  Object.freeze(kind)
}`)

/** A browser that lets this page keep nothing, in a network that lets no WebSocket through. */
const blocked = script(`
  const denied = () => { throw new DOMException('denied', 'SecurityError') }
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) Object.defineProperty(window, name, { get: denied })
  navigator.locks.request = async () => denied()
  window.WebSocket = function () { setTimeout(() => this.onclose()); this.close = () => {} }`)

const asks = `<dialog id="basket"><button type="button" onclick="CustomerHub('open')">Ask us</button></dialog>`

const style = (css: string) => `<style>${css}</style>`

export const pages: Record<string, string> = {
  blank: '',
  everything: style(everything),
  classless: style(classless),
  wars,
  zoomed: style('html { zoom: 0.8; font-size: 62.5% }'),
  moved: style(
    'html { transform: translate(40px) scale(0.9); contain: layout; filter: blur(1px) } body { height: 3000px }',
  ),
  keys,
  patched,
  frozen,
  blocked,
  asks,
}

/** A page of the shop: something of its own, and the hub unless it is left out. */
export function shopPage(kind: string, script: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Vases</title><link rel="icon" href="data:,">${pages[kind] ?? ''}
<h1>Vases</h1><p>Made <b>by hand</b>. <a href="#more">More</a></p><button type="button" id="own">Basket</button>${script}`
}
