import type { HubSession, PublicSettings } from '../server/protocol/public-settings.ts'
import { drawBubble } from './bubble.ts'
import type { HubEvent, Options } from './commands.ts'
import type { Corner } from './corner.ts'
import type { SetUp } from './setup/setup.ts'
import { disk } from './storage.ts'

const greeted = 'customer-hub:hi'
/** Stands there while the shop knows the shopper: whoever takes it away signs out every tab of this browser. */
const inside = 'customer-hub:in'
/** The outbox's keys: words that wait for the hub. */
const isUnsent = (key: string | null) => !!key?.startsWith('customer-hub:out:')

/** What the loader lends for this. */
export type Page = {
  corner: Corner
  settings: PublicSettings
  base: string
  options: Options
  askToken: () => Promise<string | null>
  emit: (name: HubEvent, detail?: unknown) => void
  open: (tab?: 'chat') => void
  /** Loads the hub, closed. */
  summon: () => void
  /** Begins anew with whoever that token is of. */
  identify: (asking?: Promise<string | null>) => void
  logout: () => void
  /** Has nobody else come meanwhile? */
  isWanted: () => boolean
}

/** Who is there, as far as the desk agrees. */
export type Shopper = {
  identity: string | null
  chat: boolean
  /** Shows what is to be shown, once the loader knows them. */
  welcome: () => void
  /** They have read the welcome, or will in the drawer. */
  dismiss: () => void
  /** They have gone. */
  forget: () => void
}

/** The page has a token, or a way to one: one question to the shop, one to the desk, and the welcome (W-3). */
export async function meet(page: Page, asking: Promise<string | null>): Promise<Shopper> {
  const { corner, settings, base, options, emit, isWanted } = page
  let session: HubSession = { chat: false, running: false, unread: 0 }
  let identity: string | null = null
  let greeting = false
  try {
    identity = await Promise.race([asking, timeOut()])
    // A page without a token says nothing of who is there: it may have come out of a cache.
    disk((at) => (identity ? at.setItem(inside, '1') : at.removeItem(inside)))
  } catch (error) {
    emit('error', error)
    tell(({ askAgain }) => askAgain(page, asking))
  }
  if (identity && settings.chat && isWanted()) {
    const said = await ask(base, identity).catch((error: unknown) => {
      emit('error', error)
      return 0
    })
    // A desk that cannot be reached now may be later: the drawer will say so.
    session.chat = true
    if (typeof said === 'object') session = said
    else if (said === 401 || said === 403) {
      identity = null
      session.chat = false
      tell(({ note }) => note(said))
    }
  }

  const { chat, running, unread } = session
  /** Another tab signed out, or wrote something: a conversation runs, and every tab has a connection of its own then. */
  const elsewhere = ({ key, newValue }: StorageEvent) => {
    if (key === inside && !newValue) page.logout()
    else if (chat && isUnsent(key)) page.summon()
  }
  const dismiss = () => {
    corner.bubble?.()
    if (greeting) disk((at) => at.setItem(greeted, '1'))
    greeting = false
  }
  return {
    identity,
    chat,
    welcome() {
      addEventListener('storage', elsewhere)
      corner.unread(unread)
      // W-3; a launcher of the shop's own has no bubble above it.
      greeting = chat && !running && settings.launcher && !options.launcher && !disk((at) => at.getItem(greeted))
      if (greeting) drawBubble(corner, page.open, dismiss)(settings.shopName, settings.welcome)
      if (chat && (running || disk((at) => Object.keys(at).some(isUnsent)))) page.summon()
    },
    dismiss,
    forget() {
      removeEventListener('storage', elsewhere)
      corner.bubble?.()
    },
  }
}

/** The desk's answer, or the status of its refusal. */
async function ask(base: string, token: string): Promise<HubSession | number> {
  const answer = await fetch(`${base}api/hub/session`, {
    headers: { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(10_000),
  })
  const said: unknown = answer.ok ? await answer.json() : null
  return isSession(said) ? said : answer.status
}

/** Our own desk's answer: there, or not. */
const isSession = (said: unknown): said is HubSession => !!said

/** A page's callback may hang: nobody waits longer for it than this. */
const timeOut = () =>
  new Promise<never>((_, fail) => setTimeout(fail, 5_000, new Error('The page’s token did not come in 5 seconds')))

function tell(what: (setUp: SetUp) => void) {
  import('./setup/setup.ts').then(what, () => {})
}
