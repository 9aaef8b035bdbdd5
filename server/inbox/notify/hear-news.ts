import type { ReadonlySignal } from '@preact/signals'
import type { DeskLink } from '../desk-link.ts'
import type { Page } from '../page.ts'
import { viewRoute } from '../route.ts'
import type { ToldTicket } from '../../protocol/arrived.ts'
import type { Attendance } from '../together/attendance.ts'
import type { OwnPreferences } from '../together/preferences.ts'
import type { Bell } from '../../../widget/thread/bell.ts'
import type { Filing } from '../working/filing.ts'
import type { BrowserNotices } from './browser-notices.ts'
import { createNotifier, type Notifier } from './notifier.ts'
import { titleOf, wanted, whoseOf } from './news.ts'
import type { OneTab } from '../../../widget/thread/one-tab.ts'

/** How this browser tells its agent something: notifications, sound, and one of several tabs to do it. */
export type Ways = { notices: BrowserNotices; bell: Bell; oneTab: OneTab }

type Parts = {
  link: DeskLink
  page: Pick<Page, 'words' | 'router' | 'toasts'>
  me: string
  ways: Ways
  preferences: OwnPreferences
  attendance: Attendance
  filing: Pick<Filing, 'teams'>
  /** The ticket before the agent's eyes on this page. */
  shown: ReadonlySignal<string | null>
}

/** D-9: what the desk says that an agent may want to be told of. A new kind is heard here. */
export function hearNews({ link, page, me, ways, preferences, attendance, filing, shown }: Parts): Notifier {
  // Another tab of mine that shows it stands among those who are at the ticket.
  const isBefore = (ticket: string) =>
    shown.peek() === ticket ||
    (attendance.tickets
      .peek()
      .get(ticket)
      ?.some(({ id }) => id === me) ??
      false)
  const show = (ticket: string) => page.router.go(viewRoute('all', ticket))
  const notifier = createNotifier({ ...ways, preferences: preferences.now, words: page.words, isBefore, show })
  const about = ({ ticket, channel, customer: who, ...held }: ToldTicket) =>
    ({ ticket, channel, who, whose: whoseOf(held, me, filing.teams.peek()) }) as const
  link.on('message.arrived', ({ message: id, text, kind, ...told }) => {
    const line = kind === null ? text : page.words.peek().files.kind[kind]
    notifier.tell({ ...about(told), kind: 'message', id, text: line })
  })
  //
  link.on('mentioned', ({ ticket, by, text }) =>
    notifier.tell({ kind: 'mention', id: `mention.${ticket}.${by.id}.${text}`, ticket, who: by.name, text }),
  )
  link.on('snooze.over', ({ by, ...told }) => {
    // By a message it is told of as one.
    if (by === 'timer') notifier.tell({ ...about(told), kind: 'snooze', id: `snooze.${told.ticket}`, text: '' })
  })
  // W-12: once at each mark. On the page itself it is said as well, to whoever wants to hear of it.
  link.on('ticket.waits', ({ mark, ...told }) => {
    const { ticket } = told
    const news = { ...about(told), kind: 'waits', id: `waits.${ticket}.${mark}`, text: '' } as const
    notifier.tell(news)
    if (!wanted(news, preferences.now.peek()) || isBefore(ticket)) return
    const words = page.words.peek()
    page.toasts.say(titleOf(news, words), { label: words.did.show, run: () => show(ticket) })
  })
  return notifier
}
