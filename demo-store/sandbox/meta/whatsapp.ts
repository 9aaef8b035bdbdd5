import type { Entry } from '../memory.ts'
import { newId } from '../ids.ts'
import type { Parts, Reporter, Written } from '../parts.ts'
import type { Person } from '../people.ts'
import { whatsAppBatch, whatsAppMessage, whatsAppStatus } from './batch.ts'
import { postBatch, retryWaits } from './door.ts'

/** WhatsApp's side of Meta: what people write there, and what becomes of the brand's messages. */
export const createWhatsApp = ({ memory, files, desk, postbag, secret, selfUrl }: Parts) => {
  const report: Reporter = (person, entries, state, failure) =>
    entries.map(({ id, ownId }) => {
      const at = memory.now()
      const error = failure === null ? {} : { error: failure }
      const batch = whatsAppBatch(whatsAppStatus({ id, person, status: state, at, ownId, ...error }))
      return () => postBatch(desk, secret, batch, `WhatsApp ${state}`).then(() => undefined)
    })
  return {
    report,
    async write(person: Person, { text, files: given }: Written): Promise<Entry> {
      const id = newId.whatsapp()
      const [first] = given
      const file = first === undefined ? undefined : files.find(first)
      const kind = file && (/^(image|audio|video)\//.exec(file.type)?.[1] ?? 'document')
      const kept = file && files.keep(file, newId.whatsappMedia())
      const content =
        kept && kind
          ? {
              type: kind,
              [kind]: {
                ...(text !== '' && { caption: text }),
                ...(kind === 'document' && { filename: kept.name }),
                mime_type: kept.type,
                id: kept.id,
                url: `${selfUrl()}/whatsapp_business/attachments/?mid=${kept.id}`,
              },
            }
          : { type: 'text', text: { body: text } }
      const entry = memory.add(person, {
        id,
        channel: 'whatsapp',
        from: 'person',
        text,
        files: given.slice(0, 1),
        story: null,
        state: 'taken',
        error: null,
        ownId: null,
      })
      const batch = whatsAppBatch(whatsAppMessage(person, id, entry.at, content))
      return postbag.send(entry, () => postBatch(desk, secret, batch, `WhatsApp of ${person.name}`), retryWaits)
    },
  }
}
