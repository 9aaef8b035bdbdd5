import type { ThreadFile } from '../../protocol/files.ts'
import type { Story, ThreadEvent } from '../../protocol/thread.ts'

/** What a bubble shows beside its words. */
export type Enclosed = { files: readonly ThreadFile[]; story: Story | null }
export type EnclosedBy = ReadonlyMap<string, Enclosed>

/** M-5: what came with the messages of a thread, each file as it stands by the last that was said of it. */
export function filesOf(events: readonly ThreadEvent[]): EnclosedBy {
  const last = new Map<string, ThreadFile>()
  for (const event of events) if (event.type === 'file') last.set(event.file.id, event.file)
  const enclosed = new Map<string, Enclosed>()
  for (const event of events) {
    if (event.type !== 'message' || (event.files === undefined && event.story === undefined)) continue
    const files = (event.files ?? []).map((file) => last.get(file.id) ?? file)
    enclosed.set(event.id, { files, story: event.story ?? null })
  }
  return enclosed
}
