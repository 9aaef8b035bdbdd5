import type { Call, CustomerHub } from './commands.ts'
import type { Asked, Page } from './page.ts'

/**
 * The desk was upgraded while this tab stayed open: it sends this file in the place of a control.ts that it has no more.
 * The page gets the script of now, which is told what the page had told the one before. Nothing written is lost: drafts
 * and unsent words stand in the browser's storage. Imports types only, since it goes alone, under another file's name.
 */
let isUsed = false

/** For whom the new script cannot come by itself. */
const sentences: Record<string, string> = {
  de: 'Es gibt eine neuere Version dieses Chats. Bitte lade die Seite neu.',
  pt: 'Há uma versão mais nova deste chat. Recarregue a página.',
  ar: 'يوجد إصدار أحدث من هذه المحادثة. أعد تحميل الصفحة.',
}
const english = 'There is a newer version of this chat. Please reload the page.'

/** What loader and control.ts say between themselves: the new ones find it out anew. */
const inner: readonly unknown[] = ['near', 'dismiss', 'fit', 'summon', 'elsewhere', 'wrong', 'leave']
const isOfPage = (call: Asked): call is Call => !inner.includes(call[0])

/** For an old loader: what it asked of control.ts is asked of the new one. */
export function take(page: Page): (call: Asked) => void {
  const taken = again(page)
  return (call) => {
    if (isOfPage(call)) void taken.then((isTaken) => isTaken && window.CustomerHub?.(...call))
  }
}

/**
 * For an old control.ts. Answers whether the new script has taken over, and was told `then`; else the shopper reads what
 * helps. A pinned script is not exchanged: its page has said what may run. And never twice: a desk that lacks its own
 * parts would go round and round.
 */
export async function again(page: Page, ...then: Call[]): Promise<boolean> {
  const { base, options, on, corner, settings } = page
  if (!corner) return false
  const before = window.CustomerHub
  try {
    if (isUsed || !document.querySelector('script[src*="/hub.js"]')) throw new Error('This script cannot be exchanged')
    isUsed = true
    const q: Call[] = []
    const hub: CustomerHub = Object.assign((...call: Call) => void q.push(call), { q })
    hub('boot', options)
    for (const ear of on) hub('on', ear[1], ear[2])
    for (const call of then) hub(...call)
    window.CustomerHub = hub
    await import(/* @vite-ignore */ `${base}hub.js?${Date.now()}`)
    page.corner = undefined
    page.on = []
    corner.end()
    return true
  } catch {
    if (before) window.CustomerHub = before
    corner.failed()
    corner.hello(settings.shopName, sentences[corner.root.lang.slice(0, 2)] ?? english)
    return false
  }
}
