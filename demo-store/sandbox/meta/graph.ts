import type { Entry } from '../memory.ts'
import { newId } from '../ids.ts'
import type { Parts, Reporter, Written } from '../parts.ts'
import type { Person } from '../people.ts'
import { echo, fromPerson, graphBatch, type GraphChannel } from './batch.ts'
import { postBatch, retryWaits } from './door.ts'

const words = { instagram: 'Instagram', messenger: 'Messenger' } as const

/** Messenger's and Instagram's side of Meta: one language with two accents. */
export const createGraph = (
  channel: GraphChannel,
  { memory, files, desk, panel, postbag, reports, secret, selfUrl }: Parts,
) => {
  const name = words[channel]
  const tell = (what: string, ...items: object[]) => {
    const batch = graphBatch(channel, memory.now(), ...items)
    return () => postBatch(desk, secret, batch, what).then(() => undefined)
  }

  /** Messenger reports arrival and reading up to a moment; Instagram names the message that was seen, and no arrival. */
  const report: Reporter = (person, entries, state) => {
    const at = memory.now()
    const watermark = Math.max(...entries.map((entry) => entry.at))
    const item = (what: object) => fromPerson(channel, person, at, what)
    if (channel === 'instagram') {
      return state === 'read' ? entries.map(({ id }) => tell('Instagram seen', item({ read: { mid: id } }))) : []
    }
    if (state === 'read') return [tell('Messenger read', item({ read: { watermark } }))]
    if (state !== 'delivered') return []
    return [tell('Messenger delivered', item({ delivery: { mids: entries.map(({ id }) => id), watermark } }))]
  }

  return {
    report,
    /** Meta tells the desk its own message, whoever sent it. */
    echo(person: Person, entry: Entry): void {
      if (panel.now.echoes === 'not sent') return
      const message = { mid: entry.id, text: entry.text, ownId: entry.ownId }
      reports.add(tell(`${name} echo`, echo(channel, person, entry.at, message)))
    },
    async write(person: Person, { text, files: given, story }: Written): Promise<Entry> {
      const mid = newId[channel]()
      const at = (id: string) => `${selfUrl()}/cdn/${id}`
      const attachments = [
        ...given.map((id) => ({ type: kindOf(files.find(id)?.type ?? ''), payload: { url: at(id) } })),
        ...(story?.kind === 'mention' ? [{ type: 'story_mention', payload: { url: at(story.file) } }] : []),
      ]
      const message = {
        mid,
        ...(text !== '' && { text }),
        ...(attachments.length > 0 && { attachments }),
        ...(story?.kind === 'reply' && { reply_to: { story: { url: at(story.file), id: '18000000000000001' } } }),
      }
      const entry = memory.add(person, {
        id: mid,
        channel,
        from: 'person',
        text,
        files: [...given],
        story: story?.file ?? null,
        state: 'taken',
        error: null,
        ownId: null,
      })
      const batch = graphBatch(channel, entry.at, fromPerson(channel, person, entry.at, { message }))
      return postbag.send(entry, () => postBatch(desk, secret, batch, `${name} of ${person.name}`), retryWaits)
    },
  }
}

const kindOf = (type: string): string => /^(image|audio|video)\//.exec(type)?.[1] ?? 'file'
