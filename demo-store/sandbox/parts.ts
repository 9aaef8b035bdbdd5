import type { Desk } from './desk.ts'
import type { Files } from './files.ts'
import type { Entry, Memory, State } from './memory.ts'
import type { Person } from './people.ts'
import type { Postbag } from './postbag.ts'
import type { Reports } from './reports.ts'
import type { Panel } from './switches.ts'

/** What the carriers of one sandbox share. */
export type Parts = {
  memory: Memory
  files: Files
  desk: Desk
  panel: Panel
  reports: Reports
  postbag: Postbag
  progress: { taken(entry: Entry, failure: { code: number; message: string } | null): void }
  secret: string
  /** Where this sandbox is, for addresses of files. */
  selfUrl: () => string
}

/** What a person puts into a bubble. */
export type Written = { text: string; files: readonly string[]; story?: { kind: 'reply' | 'mention'; file: string } }

/** How a carrier tells the desk what became of its messages; nothing where it tells no such thing. */
export type Reporter = (
  person: Person,
  entries: readonly Entry[],
  state: State,
  failure: { code: number; message: string } | null,
) => (() => Promise<void>)[]
