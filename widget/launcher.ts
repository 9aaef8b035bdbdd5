import type { PublicSettings } from '../server/protocol/public-settings.ts'
import type { Call, HubEvent, Options } from './commands.ts'
import { drawCorner, type Corner } from './corner.ts'
import type { HubContext, MountedHub } from './hub/context.ts'
import type { SetUp } from './setup/setup.ts'
import type { Page, Shopper } from './shopper.ts'

/** The parts that are loaded when they are needed. */
export type Parts = {
  hub: () => Promise<{ mount: (context: HubContext) => Promise<MountedHub> }>
  shopper: () => Promise<{ meet: (page: Page, asking: Promise<string | null>) => Promise<Shopper> }>
  setUp: () => Promise<Pick<SetUp, 'fit'>>
}

/**
 * W-1: takes over `window.CustomerHub` and answers what the page has queued there. Only the launcher is drawn unasked.
 * Who is there is looked into where the page has a token; the hub is loaded when somebody wants it, when a conversation
 * runs, or when words wait to be sent; and what fits it to the page where a page wants its own looks.
 */
export function start(
  settings: PublicSettings,
  base: string,
  attributes: Record<string, string | undefined>,
  parts: Parts,
): void {
  const queued = window.CustomerHub
  if (queued?.loaded) return

  let ears: { name: HubEvent; hear(detail: unknown): void }[] = []
  let options: Options = {}
  let corner: Corner | null = null
  let hub: Promise<MountedHub | null> | null = null
  /** Settled once it is known who is there: nobody is shown a visitor's drawer because the shop's server was slow. */
  let asked: Promise<void> | null = null
  /** null while that is not known, and for a visitor. */
  let shopper: Shopper | null = null
  let isOpen = false
  /** Counts identities: an answer that comes for an earlier one is dropped. */
  let turn = 0

  const emit: HubContext['emit'] = (name, detail) => {
    for (const ear of ears) if (ear.name === name) queueMicrotask(() => ear.hear(detail))
  }
  const askToken = async () => (typeof options.token === 'function' ? options.token() : (options.token ?? null))
  const near = () => void parts.hub().catch(() => {})
  const failed = (error: unknown) => {
    corner?.unread('!')
    emit('error', error)
    return null
  }
  const logout = () => {
    options.token = () => null
    identify()
  }

  function boot(own: Options = {}) {
    // A second boot changes nothing, unless it brings the token of a shopper where there was none.
    if (!settings.on || (corner && (shopper?.identity || !own.token))) return
    options = { ...attributes, ...options, ...own }
    const { token: _token, locale, ...looks } = options
    if (!corner) {
      corner = drawCorner(settings, (options.locale = settings.language || locale || document.documentElement.lang))
      const { launcher } = corner
      launcher.onfocus = launcher.onpointerenter = near
      launcher.onclick = () => open()
      launcher.hidden = !settings.launcher
      if (Object.keys(looks)[0]) {
        const drawn = corner
        // Not for a moment as they are not.
        const shown = () => drawn.covered(isOpen)
        drawn.covered(true)
        parts
          .setUp()
          .then(({ fit }) => fit(drawn, options, attributes, open))
          .then(shown, shown)
      }
    }
    identify()
  }

  /** Who is there: one question at most, and none for a visitor. */
  function identify(asking?: Promise<string | null>) {
    if (!corner) return
    // A visitor's open drawer comes back as that of whoever they are.
    const wasOpen = isOpen && !shopper?.identity
    leave()
    const mine = turn
    const isWanted = () => mine === turn
    const page = { corner, settings, base, options, askToken, emit, open, summon, identify, logout, isWanted }
    asked = Promise.resolve(options.token && parts.shopper().then(({ meet }) => meet(page, asking ?? askToken()))).then(
      (met) => {
        if (!isWanted()) return
        shopper = met || null
        shopper?.welcome()
        emit('ready')
      },
      (error: unknown) => {
        // The next click tries again.
        asked = failed(error)
      },
    )
    if (wasOpen) open()
  }

  function summon(): Promise<MountedHub | null> {
    const mine = turn
    hub ??= Promise.all([parts.hub(), asked])
      .then(([{ mount }]) => (corner && mine === turn ? mount(contextOf(corner)) : null))
      .then((mounted) => {
        if (mine === turn) return mounted
        mounted?.end()
        return null
      })
      .catch((error: unknown) => {
        hub = null
        return failed(error)
      })
    return hub
  }

  const contextOf = (drawn: Corner): HubContext => ({
    corner: drawn,
    settings,
    base,
    open,
    locale: `${options.locale}`,
    chat: !!shopper?.chat,
    identity: shopper?.identity ?? null,
    renew: askToken,
    become: identify,
    emit,
    shown(now) {
      isOpen = now
      drawn.covered(now)
    },
  })

  function open(tab?: 'chat') {
    const busy = (is: string | null) => {
      if (corner) corner.launcher.ariaBusy = is
    }
    corner?.bubble?.()
    shopper?.dismiss()
    busy('true')
    if (!asked) identify()
    void summon().then((mounted) => {
      busy(null)
      mounted?.open(tab)
    })
  }

  /** Ends what was begun for the person before. */
  function leave() {
    turn++
    void hub?.then((mounted) => mounted?.end())
    shopper?.forget()
    hub = shopper = null
    corner?.unread(0)
  }

  function undo() {
    leave()
    corner?.end()
    corner = null
  }

  function run([command, first, second]: Call) {
    if (command === 'boot') boot(first)
    else if (command === 'on') ears.push({ name: first, hear: second })
    else if (command === 'off') ears = ears.filter((ear) => ear.name !== first || ear.hear !== second)
    else if (!corner) {
      if (!settings.on) console.warn('Customer Hub is off')
    } else if (command === 'close' || (command === 'toggle' && isOpen)) void hub?.then((mounted) => mounted?.close())
    else if (command === 'open' || command === 'toggle') open()
    else if (command === 'show' || command === 'hide') {
      corner.launcher.hidden = command === 'hide'
      if (corner.launcher.hidden) {
        shopper?.dismiss()
        run(['close'])
      }
    } else if (command === 'identify') {
      options.token = first
      const asking = askToken()
      const again = () => identify(asking)
      Promise.all([asking, hub]).then(([token, mounted]) => mounted?.is(token) || again(), again)
    } else if (command === 'logout') logout()
    else if (command === 'update') {
      const wasOpen = isOpen
      undo()
      boot(first)
      if (wasOpen) open()
    } else if (command === 'destroy') {
      undo()
      options = {}
      ears = []
    }
  }

  window.CustomerHub = Object.assign((...call: Call) => run(call), { loaded: true as const })
  const calls = queued?.q ?? []
  // A page that says nothing gets a visitor's hub: one tag is enough.
  if (calls.length === 0) boot()
  for (const call of calls) run(call)
}
