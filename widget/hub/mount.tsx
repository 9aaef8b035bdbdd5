import { computed, effect, signal } from '@preact/signals'
import { render } from 'preact'
import type { Note } from '../setup/notes.ts'
import { browserWorld } from '../thread/world.ts'
import { wordsFor } from '../words/dictionary.ts'
import { createChat } from './chat.ts'
import type { HubContext, MountedHub } from './context.ts'
import { Drawer } from './drawer.tsx'
import css from './hub.css?inline'
import type { Hub } from './hub.ts'
import { keepKeys } from './keys.ts'
import { personOf } from './person.ts'
import { createVoice, say } from './voice.ts'

/** Makes the drawer, closed, and connects it if the shopper may chat. The loader calls it once for every identity. */
export async function mount(context: HubContext): Promise<MountedHub> {
  const { corner, settings, identity, emit } = context
  const { shadow, root } = corner
  const spoken = await wordsFor(context.locale, settings, context.base)
  const { words, language, locale } = spoken
  const world = browserWorld()
  const person = personOf(identity)
  /** Somebody else's words never travel under this shopper's name, nor the other way round. */
  const renew = async () => {
    const asking = context.renew()
    const token = await asking
    if (!is(token)) context.become(asking)
    return token
  }
  const is = (token: string | null) => personOf(token)?.id === person?.id
  const tell = (what: Note) => void import('../setup/setup.ts').then(({ note }) => note(what)).catch(() => {})
  if (identity && !settings.chat) tell('nobody')
  const stale = () => {
    tell('stale')
    emit('error', new Error('The page’s token was refused, and so was the one it gave after that'))
  }
  const chat =
    identity && person && context.chat
      ? createChat({ base: context.base, identity, renew, stale, person, world })
      : null
  const isOpen = signal(false)
  const signedOut = computed(() => !identity || chat?.state.value === 'signed_out')
  const hub: Hub = {
    context,
    settings,
    spoken,
    words,
    voice: createVoice(locale, words, world.now),
    locale,
    isOpen,
    tab: signal('home'),
    tabs: signal(null),
    person,
    shopper: computed(() => !signedOut.value),
    chat: computed(() => (chat?.on.value && !signedOut.value ? chat : null)),
    close: () => show(false),
  }
  /** Has the focus when the drawer opens, and gets it back; the launcher where it is nothing, or gone. */
  let opener: Element | null = null
  const show = (now: boolean) => {
    if (now === isOpen.peek()) return
    if (now) opener = document.activeElement
    isOpen.value = now
    context.shown(now)
    emit(now ? 'open' : 'close')
    if (now) return
    // On phones it is modal: as long as it is open nothing else takes the focus.
    box.querySelector('dialog')?.close()
    const isOfPage = opener?.isConnected && opener !== document.body && opener !== shadow.host
    ;(isOfPage && opener instanceof HTMLElement ? opener : corner.launcher).focus()
  }

  const box = document.createElement('div')
  box.lang = language
  box.dir = language === 'ar' ? 'rtl' : 'ltr'
  root.append(box)
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  // Before the loader's own sheet, which holds the merchant's colours.
  shadow.adoptedStyleSheets.unshift(sheet)
  render(<Drawer hub={hub} />, box)
  const letKeysGo = keepKeys(shadow)

  // What could not be loaded before is here now.
  if (!chat) corner.unread(0)
  let mark = ''
  let answers = -1
  /** W-13: the number on the launcher and in the page's title, whose own words may change at any time. */
  const count = (unread: number) => {
    corner.unread(unread)
    const title = document.title.startsWith(mark) ? document.title.slice(mark.length) : document.title
    mark = unread ? `(${unread}) ` : ''
    if (document.title !== mark + title) document.title = mark + title
  }
  const stop = effect(() => {
    if (!chat?.ready.value) return
    const { thread } = chat.current.value
    const unread = thread.unread.value
    const last = thread.events.value.at(-1)
    count(unread)
    emit('unread', unread)
    if (unread > answers && answers >= 0 && last?.type === 'message') {
      const { name, files } = last
      const text = last.text || (files ?? []).map((file) => file.name).join(', ')
      emit('message', { name, text })
      if (chat.sound.peek())
        void import('./later/ring.ts').then(
          (bell) => bell.ringOnce(last.id, world.store),
          () => {},
        )
      if (!isOpen.peek()) corner.hello(say(words.from, { name: name ?? '', shop: settings.shopName }), text)
    }
    answers = unread
  })

  return {
    open(tab) {
      if (!isOpen.peek() || tab) hub.tab.value = 'chat'
      show(true)
    },
    close: hub.close,
    is,
    end() {
      show(false)
      stop()
      letKeysGo()
      count(0)
      chat?.dispose()
      render(null, box)
      box.remove()
      shadow.adoptedStyleSheets = shadow.adoptedStyleSheets.filter((one) => one !== sheet)
    },
  }
}
