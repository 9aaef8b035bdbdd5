import { writeSettings } from '../store/settings.ts'
import { topicsOfTags } from '../store/topic-tags.ts'
import { currentSettings } from './current-settings.ts'
import type { Work } from './desk.ts'

/** D-5: whoever deletes the tag of a topic wants none of it: the desk makes it again only where it is switched on. */
export async function switchOffTopicsOf(w: Work, tagId: string): Promise<void> {
  const found = await topicsOfTags(w.tx, [tagId])
  if (found.length === 0) return
  const { version, settings } = await currentSettings(w.desk.settings, w.tx)
  const off = [...new Set([...settings.tagging.off, ...found.map(({ topic }) => topic)])]
  const then = { ...settings, tagging: { ...settings.tagging, off } }
  if (await writeSettings(w.tx, version, then, w.now)) w.tell({ kind: 'settings' })
}
