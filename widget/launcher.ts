import type { HubSession, PublicSettings } from '../server/protocol/public-settings.ts'
import { drawCorner, type Corner } from './corner.ts'
import type { HubContext, HubEvent, MountedHub } from './hub/context.ts'

type Token = string | (() => string | null | Promise<string | null>)
type Options = { token?: Token; locale?: string }
type Hear = (detail: unknown) => void
/**
 * What the page may say, as `CustomerHub('boot', { token })`. `logout`: the shopper signed out of the shop, so the
 * connection ends and the drawer becomes a visitor's; a later `boot` with a token signs in again.
 */
type Call =
  | [command: 'boot', options?: Options]
  | [command: 'open' | 'close' | 'toggle' | 'logout' | 'destroy']
  | [command: 'on' | 'off', name: HubEvent, hear: Hear]
type Global = { (...call: Call): void; q?: Call[]; loaded?: true }

declare global {
  interface Window {
    CustomerHub?: Global
  }
}

const greeted = 'customer-hub:hi'
/** Stands there while the shop knows the shopper: whoever takes it away signs out every tab of this browser. */
const inside = 'customer-hub:in'
/** The outbox's keys: words that wait for the hub. */
const unsent = 'customer-hub:out:'

/**
 * W-1: takes over `window.CustomerHub` and answers what the page has queued there. Only the launcher and the bubble are
 * drawn unasked; the hub is loaded when somebody wants it, when a conversation runs, or when words wait to be sent.
 */
export function start(
  settings: PublicSettings,
  base: string,
  load: () => Promise<{ mount: (context: HubContext) => Promise<MountedHub> }>,
): void {
  const queued = window.CustomerHub
  if (queued?.loaded) return

  const ears = new Map<Hear, HubEvent>()
  let corner: Corner | null = null
  let hub: Promise<MountedHub | null> | null = null
  let token: Token | undefined
  /** Settled once it is known who is there: nobody is shown a visitor's drawer because the shop's server was slow. */
  let asked: Promise<void> | undefined
  /** The token that the first question was asked with; null for a visitor. */
  let fresh: string | null = null
  let locale = ''
  let chat = false
  let greeting = false
  let isOpen = false
  /** Had the focus when the page opened the drawer; null: the launcher gets it back. */
  let opener: Element | null = null
  /** Counts identities: an answer that comes for an earlier one is dropped. */
  let turn = 0

  const emit: HubContext['emit'] = (name, detail) => {
    for (const [hear, wanted] of ears) if (wanted === name) hear(detail)
  }
  const askToken = async () => (typeof token === 'function' ? token() : (token ?? null))
  const near = () => void load().catch(() => {})

  function boot(options: Options = {}) {
    // A second boot changes nothing, unless it brings the token of a shopper where there was none.
    if (!settings.on || (corner && (fresh || !options.token))) return
    token = options.token
    locale = settings.language || options.locale || document.documentElement.lang
    addEventListener('storage', elsewhere)
    asked = identify((corner ??= drawCorner(settings, locale, open, dismiss, near)))
  }

  /** Who is there: one question at most, and none for a visitor. */
  async function identify(drawn: Corner) {
    leave()
    const mine = turn
    let session: HubSession = { chat: false, running: false, unread: 0 }
    let known: string | null = null
    try {
      known = await askToken()
      // A page without a token says nothing of who is there: it may have come out of a cache.
      if (token) disk()[known ? 'setItem' : 'removeItem']?.(inside, '1')
      if (known && settings.chat && mine === turn) {
        // A desk that cannot be reached now may be later: the drawer will say so.
        session.chat = true
        const answer = await fetch(`${base}api/hub/session`, { headers: { authorization: `Bearer ${known}` } })
        const said: unknown = answer.ok ? await answer.json() : null
        if (isSession(said)) session = said
        else if (answer.status === 401) known = null
      }
    } catch (error) {
      emit('error', error)
    }
    if (mine !== turn) return
    fresh = known
    chat = !!known && session.chat
    drawn.unread(session.unread)
    // W-3
    greeting = chat && !session.running && settings.launcher && !disk().getItem?.(greeted)
    if (greeting) drawn.hello(settings.shopName, settings.welcome)
    emit('ready')
    if (chat && (session.running || Object.keys(disk()).some(isUnsent))) void summon()
  }

  /** Another tab signed out, or wrote something: a conversation runs, and every tab has a connection of its own then. */
  const elsewhere = (event: StorageEvent) => {
    if (event.key === inside && !event.newValue) run(['logout'])
    else if (chat && isUnsent(event.key)) void summon()
  }

  function summon(): Promise<MountedHub | null> {
    const mine = turn
    hub ??= Promise.all([load(), asked])
      .then(([{ mount }]) => (corner && mine === turn ? mount(contextOf(corner)) : null))
      .then((mounted) => {
        if (mine === turn) return mounted
        mounted?.end()
        return null
      })
      .catch((error: unknown) => {
        hub = null
        emit('error', error)
        return null
      })
    return hub
  }

  const contextOf = (drawn: Corner): HubContext => ({
    ...drawn,
    settings,
    base,
    locale,
    chat,
    identity: fresh,
    renew: askToken,
    emit,
    shown(now) {
      isOpen = now
      drawn.covered(now)
      if (now) return
      drawn.focus(opener)
      opener = null
    },
  })

  function open(tab?: 'chat') {
    dismiss()
    void summon().then((mounted) => mounted?.open(tab))
  }

  function dismiss() {
    corner?.hello()
    if (greeting) disk().setItem?.(greeted, '1')
    greeting = false
  }

  /** Ends what was begun for the person before. */
  function leave() {
    turn++
    void hub?.then((mounted) => mounted?.end())
    hub = fresh = null
    chat = greeting = false
    corner?.hello()
    corner?.unread(0)
  }

  function run([command, first, second]: Call) {
    if (command === 'boot') boot(first)
    else if (command === 'on') ears.set(second, first)
    else if (command === 'off') ears.delete(second)
    else if (!corner) return
    else if (command === 'close' || (command === 'toggle' && isOpen)) void hub?.then((mounted) => mounted?.close())
    else if (command === 'open' || command === 'toggle') {
      opener = document.activeElement
      open()
    } else if (command === 'logout') {
      token = () => null
      asked = identify(corner)
    } else if (command === 'destroy') {
      leave()
      removeEventListener('storage', elsewhere)
      corner.shadow.host.remove()
      corner = null
      ears.clear()
    }
  }

  window.CustomerHub = Object.assign((...call: Call) => run(call), { loaded: true as const })
  const calls = queued?.q ?? []
  // A page that says nothing gets a visitor's hub: one tag is enough.
  if (calls.length === 0) boot()
  for (const call of calls) run(call)
}

const isUnsent = (key: string | null) => !!key?.startsWith(unsent)
/** Our own desk's answer: there, or not. */
const isSession = (said: unknown): said is HubSession => !!said

/** Storage may be forbidden; then nothing is remembered. */
function disk(): Partial<Storage> {
  try {
    return localStorage
  } catch {
    return {}
  }
}
