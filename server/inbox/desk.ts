import { computed, effect, type ReadonlySignal, type Signal, signal, untracked } from '@preact/signals'
import type { World } from '../../widget/thread/world.ts'
import type { ChannelName } from '../protocol/channel.ts'
import type { MacroAction } from '../protocol/macro.ts'
import type { ComposerRules } from '../protocol/composer-rules.ts'
import type { Refused } from '../protocol/errors.ts'
import { limits } from '../protocol/limits.ts'
import type { Colleague } from '../protocol/colleague.ts'
import type { Counts, TicketRow } from '../protocol/ticket.ts'
import type { Me } from './api.ts'
import { type Conversation, createConversation } from './conversation/conversation.ts'
import { createDrafts, type Drafts } from './conversation/drafts.ts'
import { createReplies } from './conversation/replies.ts'
import { actionsNow } from './macros/actions.ts'
import { createMacros, type Macros } from './macros/macro-list.ts'
import { createFilterNames, type NamesModel } from './list/filter-names.ts'
import { keptFolds } from './list/kept-folds.ts'
import { createListModel, type ListModel } from './list/list-model.ts'
import { hearNews, type Ways } from './notify/hear-news.ts'
import type { Notifier } from './notify/notifier.ts'
import { createSavedViews, type SavedViews } from './list/saved-views.ts'
import { type ShownView, shownView } from './list/shown-view.ts'
import { type PageBehind, sayRefused } from './page.ts'
import type { DeskLink } from './desk-link.ts'
import { createDeskState } from './desk-state.ts'
import { createHold } from './hold.ts'
import { viewRoute } from './route.ts'
import type { Filing } from './working/filing.ts'
import { answering, type Attendance } from './together/attendance.ts'
import type { OwnPreferences } from './together/preferences.ts'

/** What the page knows of the desk while somebody is signed in: the one writer of list, counts and conversation. */
export type Desk = {
  me: ReadonlySignal<Me>
  team: ReadonlySignal<readonly Colleague[]>
  /** D-4: is my switch off? */
  away: ReadonlySignal<boolean>
  /** who of the team is at which ticket, me among them. */
  attendance: Attendance
  /** What I have chosen for myself. */
  preferences: OwnPreferences
  /** How this browser tells me what is new (D-9), and the one who does. */
  ways: Ways
  notifier: Notifier
  counts: ReadonlySignal<Counts | null>
  shopName: ReadonlySignal<string>
  /** How long a text may be on a channel, and when its nights are. */
  ruleOf(channel: ChannelName): Pick<ComposerRules[number], 'text' | 'files' | 'quietHours'>
  /** Version of the settings somebody saved last, as far as it was told; 0 while nothing was. */
  settingsVersion: ReadonlySignal<number>
  list: ListModel
  /** S-5: the view on the screen and what was chosen in it. */
  shown: ReadonlySignal<ShownView>
  /** Channels of a grouped list that this agent has folded. */
  folded: Signal<readonly ChannelName[]>
  /** S-6 */
  filterNames: NamesModel
  /** S-5 */
  savedViews: SavedViews
  /** The tags and teams there are. */
  filing: Filing
  /** Every change of a ticket; answers how to stop listening. */
  onChange(listener: (row: TicketRow) => void): () => void
  conversation: ReadonlySignal<Conversation | null>
  /** What is being written, in this ticket and others. */
  drafts: Drafts
  /** */
  macros: Macros
  /** Replies that wait for the connection, of all tickets. */
  waiting: ReadonlySignal<number>
  link: DeskLink
  /** Waits for an answer and says a refusal in words; answers whether it was done. */
  done(answer: Promise<{ ok: true } | Refused>): Promise<boolean>
  close(): void
}

type Parts = { page: PageBehind; link: DeskLink; world: World; me: Me; visible: ReadonlySignal<boolean>; ways: Ways }

/** Until the desk has said what holds. */
const plain = {
  text: { most: limits.textPoints, counted: 'points', segments: null },
  files: null,
  quietHours: null,
} as const

/** Connects the page to the desk. Every connect reads everything again, so that the page equals a fresh one. */
export function createDesk({ page, link, world, me: signedIn, visible, ways }: Parts): Desk {
  const settingsVersion = signal(0)
  const conversation = signal<Conversation | null>(null)
  const listeners = new Set<(row: TicketRow) => void>()
  /** The inbox is on the screen, and the window can be seen: whoever looks at the settings reads no ticket. */
  const seen = computed(() => visible.value && page.router.route.value.page === 'inbox')
  const before = computed(() => (seen.value ? (conversation.value?.ticket ?? null) : null))
  const list = createListModel(link)
  const hold = createHold()
  const drafts = createDrafts({ link, hold, storage: page.storage, world, agent: signedIn.id, now: page.clock.now })
  const renamed = () => readAgain()
  const whole = createDeskState({ page, link, hold, world, me: signedIn, renamed, drafted: drafts.opened })
  const { me, team, attendance, preferences, filing, counts, shopName, composer } = whole
  const doing = (actions: readonly MacroAction[]) =>
    actionsNow(actions, signedIn.id, page.clock.now(), page.moments.peek().zone)
  const replies = createReplies({ link, world, agent: signedIn.id, api: page.api, doing })
  const macros = createMacros(link)
  const filterNames = createFilterNames(link)
  const folded = keptFolds(page.storage)
  const savedViews = createSavedViews(link, world, visible)
  const shown = computed(() => shownView(page.router.route.value, savedViews.views.value))
  /** The list that is on the screen, so that opening a ticket does not load it again. */
  let listed = ''

  /** Rows and thread as they stand now: they bear names of other things, and what may be answered. */
  function readAgain() {
    void list.refresh()
    void conversation.peek()?.thread.resume()
  }

  const readDrafts = (ticket = conversation.peek()?.ticket) => {
    if (ticket !== undefined && link.state.peek() === 'online') void drafts.load(ticket)
  }

  const tellViewing = (shown = conversation.peek(), visible = seen.peek()) =>
    link.tell('viewing', { ticket: shown?.ticket ?? null, visible })

  link.onOnline(() => {
    void whole.open()
    void list.refresh()
    void filterNames.read()
    void savedViews.read()
    void conversation.peek()?.thread.resume()
    replies.wake()
    macros.again()
    drafts.wake()
    readDrafts()
    tellViewing()
  })
  link.on('ticket.changed', ({ row }) => {
    list.change(row)
    conversation.peek()?.change(row)
    for (const listener of listeners) listener(row)
    savedViews.stir()
  })
  link.on('views.changed', () => void savedViews.read())
  link.on('tickets.changed', readAgain)
  link.on('customer.changed', (e) => conversation.peek()?.customerChanged(e.customer))
  link.on('thread.event', (e) => conversation.peek()?.hear(e))
  link.on('marketing.changed', (e) => conversation.peek()?.heardMarketing(e))
  link.on('thread.tail', (e) => conversation.peek()?.tail(e))
  link.on('typing', (e) => conversation.peek()?.heardTyping(e))
  // S-1, T-7: what was put off is back.
  link.on('snooze.over', ({ ticket, customer }) => {
    const { did } = page.words.peek()
    const run = () => page.router.go(viewRoute('all', ticket))
    page.toasts.say(did.snoozeOver(customer), { label: did.show, run })
  })
  const notifier = hearNews({ link, page, me: signedIn.id, ways, preferences, attendance, filing, shown: before })
  link.on('macros.changed', macros.again)
  link.on('draft.changed', drafts.heard)
  //
  link.on('mentioned', ({ ticket, by, text }) => {
    // Before one's eyes it is seen at once.
    if (before.peek() === ticket) return tellViewing()
    const { composing, did } = page.words.peek()
    const run = () => page.router.go(viewRoute('mentions', ticket))
    page.toasts.say(composing.mentioned(by.name, text), { label: did.show, run })
  })
  link.on('customer.presence', (e) => {
    list.presence(e.customer, e.online)
    conversation.peek()?.presence(e.customer, e.online)
  })
  link.on('settings.changed', (e) => {
    settingsVersion.value = e.version
    void whole.open()
    // A channel may have been switched on or off: every answer is offered anew.
    void list.refresh()
    void conversation.peek()?.thread.resume()
  })

  const ends = [
    // The address decides which list and which ticket are on the screen.
    effect(() => {
      const route = page.router.route.value
      if (route.page !== 'inbox') return
      const { view, choice, state } = shown.value
      const asked = {
        ...choice,
        view,
        folded: choice.grouped ? [...folded.value] : [],
        me: signedIn.id,
        search: route.search,
      }
      const key = JSON.stringify(asked)
      untracked(() => {
        // Of a saved view that is not known yet nothing is read.
        if (state === 'known' && key !== listed) list.show({ ...asked, keep: route.ticket })
        listed = state === 'known' ? key : ''
        list.keep(route.ticket)
        follow(route.ticket)
      })
    }),
    effect(() => tellViewing(conversation.value, seen.value)),
  ]

  function follow(ticket: string | null) {
    const now = conversation.peek()
    if (now?.ticket === ticket) return
    now?.dispose()
    readDrafts(ticket ?? undefined)
    conversation.value = ticket
      ? createConversation({
          ticket,
          link,
          outbox: replies.outbox(ticket),
          notes: replies.notes(ticket),
          attached: replies.attached(ticket),
          world,
          visible: seen,
          colleagues: computed(() => answering(attendance, { ticket, me: signedIn.id, team: team.all.value })),
        })
      : null
  }

  return {
    me,
    team: team.all,
    away: team.away,
    attendance,
    preferences,
    ways,
    notifier,
    counts,
    shopName,
    ruleOf: (channel) => composer.value.find((rule) => rule.channel === channel) ?? plain,
    settingsVersion,
    list,
    shown,
    folded,
    filterNames,
    savedViews,
    filing,
    conversation,
    drafts,
    macros,
    waiting: replies.waiting,
    link,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async done(asked) {
      const answer = await asked
      if (!answer.ok) sayRefused(page, answer)
      return answer.ok
    },
    close() {
      for (const end of ends) end()
      conversation.peek()?.dispose()
      conversation.value = null
      replies.close()
      savedViews.close()
      drafts.close()
      whole.close()
      link.close()
    },
  }
}
