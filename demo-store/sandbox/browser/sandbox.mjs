// Keeps the page as it would be if it were loaded now, without taking anything out of anybody's hands.
const lost = document.querySelector('#lost')
const screen = () => document.querySelector('#screen')

document.documentElement.classList.add('scripted')

const toEnd = () => {
  const place = screen()
  if (place) place.scrollTop = place.scrollHeight
}

let running
let isStale = false

/** Fetches the page and puts in what has changed. One at a time; a wish that comes meanwhile is done after it. */
const refresh = () => {
  isStale = true
  running ??= (async () => {
    while (isStale) {
      isStale = false
      const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => null)
      if (answer?.ok) put(new DOMParser().parseFromString(await answer.text(), 'text/html'))
    }
    running = undefined
  })()
  return running
}

/** Each part as it last came: only what differs from that is touched. */
const before = new Map([...document.querySelectorAll('[data-live]')].map((part) => [part.id, part.outerHTML]))

const put = (fresh) => {
  for (const old of document.querySelectorAll('[data-live]')) {
    const now = fresh.getElementById(old.id)
    if (!now || now.outerHTML === before.get(old.id)) continue
    before.set(old.id, now.outerHTML)
    const isAtEnd = old.scrollHeight - old.scrollTop - old.clientHeight < 40
    become(old, now)
    if (isAtEnd) old.scrollTop = old.scrollHeight
  }
  open()
}

/** Makes a node say what another says, and stay itself: with its focus, its scrolling, its open list. */
const become = (old, now) => {
  if (old.nodeName !== now.nodeName) return old.replaceWith(now)
  if (old.nodeType !== Node.ELEMENT_NODE) {
    if (old.nodeValue !== now.nodeValue) old.nodeValue = now.nodeValue
    return
  }
  for (const { name, value } of now.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value)
  // What somebody folded open stays open.
  for (const name of old.getAttributeNames()) if (!now.hasAttribute(name) && name !== 'open') old.removeAttribute(name)
  const [had, has] = [[...old.childNodes], [...now.childNodes]]
  for (const [at, child] of has.entries()) {
    if (at < had.length) become(had[at], child)
    else old.append(child)
  }
  for (const child of had.slice(has.length)) child.remove()
  if (old instanceof HTMLSelectElement) old.value = now.value
}

/** Looking at a thread reads it. */
const open = () => {
  const place = screen()
  const address = place?.dataset.open
  if (!address || document.visibilityState !== 'visible') return
  delete place.dataset.open
  void fetch(address, { method: 'POST' })
}

const send = async (form, button) => {
  const fields = new URLSearchParams(new FormData(form, button))
  const answer = await fetch(form.action, { method: 'POST', body: fields, redirect: 'manual' }).catch(() => null)
  lost.hidden = answer !== null
  if (answer === null || !('clears' in form.dataset)) return
  form.reset()
  form.querySelector('details')?.removeAttribute('open')
  const field = form.querySelector('textarea, input[name="text"]')
  field?.style.removeProperty('height')
  toEnd()
}

document.addEventListener('submit', (event) => {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || !('quick' in form.dataset)) return
  event.preventDefault()
  void send(form, event.submitter).then(refresh)
})

document.addEventListener('change', (event) => {
  const form = event.target.closest?.('form[data-auto]')
  if (form) form.requestSubmit()
})

document.addEventListener('keydown', (event) => {
  const { target } = event
  if (target.id === 'say' && event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault()
    target.form.requestSubmit()
  }
  const attach = event.key === 'Escape' ? target.closest?.('details.attach[open]') : null
  if (attach) {
    attach.removeAttribute('open')
    attach.querySelector('summary').focus()
  }
})

document.addEventListener('input', ({ target }) => {
  if (target.id !== 'say') return
  target.style.height = 'auto'
  target.style.height = `${Math.min(target.scrollHeight + 2, 140)}px`
})

document.addEventListener('visibilitychange', open)

/** Where people stand in one line, the one on show may be out of sight. */
const current = document.querySelector('#people [aria-current]')
if (current) current.closest('ul').scrollLeft = current.offsetLeft - 24

const events = new EventSource('/events')
events.onmessage = () => void refresh()
events.onopen = () => {
  lost.hidden = true
  void refresh()
}
events.onerror = () => {
  lost.hidden = false
}
toEnd()
open()
