import type { Corner } from './corner.ts'
import type { HubContext, MountedHub } from './hub/context.ts'
import type { Call, HubEvent } from './commands.ts'
import type { Asked, Asking, Attributes, Ear, Page, Who } from './page.ts'
import type { SetUp } from './setup/setup.ts'
import { disk } from './storage.ts'
import { notLoaded } from './words/not-loaded.ts'

/** Added to the address of the hub; the build puts it before everything else. What has failed is asked for anew. */
declare let $again: string

export type Parts = {
  hub: () => Promise<{ mount: (context: HubContext) => Promise<MountedHub> }>
  setUp: () => Promise<SetUp>
  /** This file as the desk sends it now: again.ts where it has another one. */
  self: () => Promise<{ again?: (page: Page, ...then: Call[]) => Promise<boolean> }>
}

const parts: Parts = {
  hub: () =>
    import('./hub/mount.tsx').catch((error: unknown) => {
      $again += '?'
      throw error
    }),
  setUp: () => import('./setup/setup.ts'),
  self: () => import(/* @vite-ignore */ `${import.meta.url}?`),
}

const events: readonly HubEvent[] = ['ready', 'open', 'close', 'message', 'unread', 'error']

/**
 * Takes over from the loader, once somebody wants something: opens and closes the drawer, does what the page commands, and
 * says what is wrong. The hub is loaded when it is opened, when a conversation runs, or when words wait to be sent.
 */
export function take(page: Page, load: Parts = parts): (call: Asked) => void {
  let hub: Promise<MountedHub | null> | null = null
  let isOpen = false

  /** W-13: how many answers wait. */
  const unread = (n: number) => {
    if (!page.corner) return
    const { launcher, chat } = page.corner
    launcher.ariaLabel = n ? `${chat} (${n})` : chat
    if (n) launcher.dataset['n'] = `${n}`
    else delete launcher.dataset['n']
  }
  const setUp = (what: (setUp: SetUp) => void) => void load.setUp().then(what, () => {})

  /** What the desk has no more after an upgrade comes with the script of now. Answers whether that has taken over. */
  const again = async (...then: Call[]): Promise<boolean> => {
    try {
      const isTaken = await (await load.self()).again?.(page, ...then)
      if (isTaken) leave()
      return !!isTaken
    } catch {
      return false
    }
  }

  function summon(): Promise<MountedHub | null> {
    const { who } = page
    if (page.corner) page.corner.root.onclick ??= () => {}
    hub ??= Promise.all([load.hub(), page.asked])
      .then(([{ mount }]) => (page.corner && who === page.who ? mount(contextOf(page.corner, who)) : null))
      .then((mounted) => {
        if (who === page.who) return mounted
        mounted?.end()
        return null
      })
      .catch(async (error: unknown) => {
        if (who === page.who) hub = null
        // What it says there, or leaves empty, would come after what is said here.
        await page.asked
        const { corner } = page
        const isWanted = corner?.launcher.ariaBusy
        if (await (isWanted ? again(['open']) : again())) return null
        corner?.failed()
        // Unless it says already what helps.
        if (isWanted && corner.bubble.hidden) {
          corner.hello(page.settings.shopName, notLoaded[corner.root.lang.slice(0, 2)] ?? notLoaded.en)
        }
        page.emit('error', error)
        return null
      })
    return hub
  }

  const contextOf = (corner: Corner, who: Who): HubContext => ({
    corner: { ...corner, unread },
    settings: page.settings,
    base: page.base,
    locale: corner.root.lang,
    identity: who.token ?? null,
    chat: !!who.chat,
    renew: async () => (await page.token()) ?? null,
    // Not once the page has become somebody else by itself.
    become: (asking) => who === page.who && page.meet(asking),
    emit: page.emit,
    open,
    again: () => again(['open']),
    shown(now) {
      isOpen = now
      corner.box.hidden = now
    },
  })

  function open(tab?: 'chat') {
    if (!page.corner) return
    const { launcher, root } = page.corner
    // The page has written itself anew, and taken away all that listens in the drawer.
    if (hub && !root.onclick) page.meet()
    dismiss()
    launcher.ariaBusy = 'true'
    void summon().then((mounted) => {
      launcher.ariaBusy = null
      mounted?.open(tab)
    })
  }
  const close = () => void hub?.then((mounted) => mounted?.close())

  /** They have read the welcome, or will in the drawer. */
  function dismiss() {
    if (!page.corner || page.corner.bubble.hidden) return
    page.corner.hello('', '')
    disk((at) => at.setItem('customer-hub:hi', '1'))
  }

  function leave() {
    void hub?.then((mounted) => mounted?.end())
    hub = null
    unread(0)
    page.corner?.hello('', '')
    // A visitor's open drawer comes back as that of whoever they are.
    if (isOpen && !page.who.token) queueMicrotask(open)
    isOpen = false
  }

  function signOut() {
    page.options.token = () => null
    page.meet()
  }

  function elsewhere({ key, newValue }: StorageEvent) {
    if (key !== 'customer-hub:in') {
      if (page.who.chat) void summon()
    } else if (!newValue) signOut()
  }

  function wrong(error: unknown, asking: Asking, who: Who) {
    const refused = error instanceof Response && (error.status === 401 || error.status === 403) ? error.status : null
    if (refused) {
      who.token = null
      page.emit('error', new Error(`The desk answered ${refused}: this shopper is a visitor`))
      return setUp(({ note }) => note(refused))
    }
    // A desk that cannot be reached now may be later: the drawer will say so.
    if (who.token) who.chat = true
    else setUp(({ askAgain }) => askAgain(page, asking, who))
    if (!(error instanceof Response)) {
      page.emit('error', error ?? new Error('The page’s token did not come in 5 seconds'))
    }
  }

  function fit(attributes: Attributes) {
    const { corner } = page
    if (!corner) return
    const shown = () => {
      corner.box.hidden = isOpen
    }
    load
      .setUp()
      .then((set) => set.fit(corner, page.options, attributes, open))
      .then(shown, shown)
  }

  /** Nothing changes for the same person. Who was said later counts, though an earlier answer may come after theirs. */
  function identify(asking: Asking) {
    const { token: said } = page.options
    const again = () => said === page.options.token && page.meet(asking)
    Promise.all([asking, hub]).then(([token = null, mounted]) => mounted?.is(token) || again(), again)
  }

  function update(options: Extract<Asked, ['update', unknown]>[1]) {
    const wasOpen = isOpen
    isOpen = false
    leave()
    page.corner?.end()
    page.corner = undefined
    page.boot(options)
    if (wasOpen) open()
  }

  /** Whatever cannot be heard, or called, is said, and left out. */
  function hear(ear: Ear) {
    const name: string = ear[1]
    if (events.some((one) => one === name) && typeof ear[2] === 'function') page.on.push(ear)
    else setUp(({ note }) => note('event', { [String(name)]: ear[2] }))
  }

  page.on.splice(0).forEach(hear)
  // What could not be loaded before is here now.
  unread(0)

  return (call) => {
    const [command] = call
    if (call[0] === 'boot') page.boot(call[1])
    else if (call[0] === 'on') hear(call)
    else if (call[0] === 'off') page.on = page.on.filter((ear) => ear[1] !== call[1] || ear[2] !== call[2])
    else if (command === 'leave') leave()
    else if (!page.corner) return
    else if (call[0] === 'open') open(call[1])
    else if (command === 'close' || (command === 'toggle' && isOpen)) close()
    else if (command === 'toggle') open()
    else if (command === 'show') page.corner.launcher.hidden = false
    else if (command === 'hide') {
      page.corner.launcher.hidden = true
      dismiss()
      close()
    } else if (call[0] === 'identify') {
      page.options.token = call[1]
      identify(page.token())
    } else if (command === 'logout') signOut()
    else if (call[0] === 'update') update(call[1])
    else if (command === 'destroy') page.destroy()
    else if (command === 'near') load.hub().catch(() => {})
    else if (command === 'summon') {
      page.corner.hello('', '')
      unread(page.who.unread ?? 0)
      void summon()
    } else if (command === 'dismiss') {
      dismiss()
      page.corner.launcher.focus()
    } else if (call[0] === 'elsewhere') elsewhere(call[1])
    else if (call[0] === 'fit') fit(call[1])
    else if (call[0] === 'wrong') wrong(call[1], call[2], call[3])
    else if (command !== 'off') setUp(({ note }) => note('command', { [String(command)]: call }))
  }
}
