import { type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { World } from '../../widget/thread/world.ts'
import type { ComposerRules } from '../protocol/composer-rules.ts'
import type { Counts } from '../protocol/ticket.ts'
import type { Me } from './api.ts'
import type { DeskLink } from './desk-link.ts'
import { heldLink } from './held-link.ts'
import type { Hold } from './hold.ts'
import type { PageBehind } from './page.ts'
import { shopKey } from './shop-key.ts'
import { untilTold } from './until-told.ts'
import { type Attendance, createAttendance } from './together/attendance.ts'
import { createPreferences, type OwnPreferences } from './together/preferences.ts'
import { createTeam, type Team } from './together/team.ts'
import { createFiling, type Filing } from './working/filing.ts'

/** What holds for the whole desk: read when it opens, and followed from then on. */
export type DeskState = {
  me: Signal<Me>
  team: Team
  attendance: Attendance
  preferences: OwnPreferences
  filing: Filing
  counts: ReadonlySignal<Counts | null>
  shopName: ReadonlySignal<string>
  composer: ReadonlySignal<ComposerRules>
  /** Reads it all, anew; again after a pause where the desk cannot tell just now. */
  open(): Promise<void>
  close(): void
}

type Parts = {
  page: PageBehind
  link: DeskLink
  /** Keeps what is told of it while it is read. */
  hold: Hold
  world: World
  me: Me
  /** Rows on the screen bear an old name. */
  renamed: () => void
  /** Tickets with a draft of mine. */
  drafted: (tickets: readonly string[]) => void
}

export function createDeskState({ page, link: direct, hold, world, me: signedIn, renamed, drafted }: Parts): DeskState {
  const link = heldLink(direct, hold)
  const me = signal(signedIn)
  const team = createTeam(link, me, renamed)
  const attendance = createAttendance(link, world)
  const preferences = createPreferences(link)
  const filing = createFiling(link, renamed)
  const counts = signal<Counts | null>(null)
  const shopName = signal('')
  const composer = signal<ComposerRules>([])

  link.on('counts.changed', (e) => {
    counts.value = e.counts
  })

  const opening = untilTold(link, world, () =>
    hold.while(
      () => link.ask('desk.open', {}),
      (answer) => {
        if (!answer.ok) return
        me.value = answer.me
        team.load(answer.agents)
        attendance.load(answer.attended)
        preferences.load(answer.preferences)
        filing.load(answer)
        counts.value = answer.counts
        shopName.value = answer.shopName
        composer.value = answer.composer
        drafted(answer.drafts)
        page.paint(answer.accent)
        page.storage.setItem(shopKey, answer.shopName)
        page.clock.set(answer.now)
      },
    ),
  )

  return {
    me,
    team,
    attendance,
    preferences,
    filing,
    counts,
    shopName,
    composer,
    open: opening.now,
    close() {
      opening.close()
      attendance.close()
    },
  }
}
