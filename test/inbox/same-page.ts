import { afterAll, vi } from 'vitest'

// Files that run in one worker have one page (vite.config.ts), so whatever a file does to it is undone after its last
// test. What a module keeps for itself stays: there is nothing of that kind in the inbox.

const { body } = document
const changeable = [window, navigator, document, HTMLElement.prototype]
const names = changeable.map((one) => new Set(Reflect.ownKeys(one)))

afterAll(async () => {
  // A part that is still being loaded when its file ends would never come, in none of the files after it.
  await vi.dynamicImportSettled()
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  for (const [at, one] of changeable.entries()) {
    for (const name of Reflect.ownKeys(one)) if (!names[at]?.has(name)) Reflect.deleteProperty(one, name)
  }
  localStorage.clear()
  sessionStorage.clear()
  document.title = ''
  if (document.body !== body) document.body.replaceWith(body)
  document.head.replaceChildren()
  body.replaceChildren()
  for (const root of [document.documentElement, body]) {
    for (const name of root.getAttributeNames()) root.removeAttribute(name)
  }
})
