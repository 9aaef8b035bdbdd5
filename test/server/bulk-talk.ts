import { type BulkProgress, bulkProgress } from '../../server/protocol/bulk.ts'
import { type Heard, told } from './talk.ts'

/** Waits until a bulk has come to an end; answers what became of it. */
export async function ended(
  heard: Heard[],
  bulk: string,
  state: BulkProgress['state'] = 'done',
): Promise<BulkProgress> {
  await told(heard, 'bulk.progress', { bulk, state })
  const all = heard.flatMap(({ name, event }) => (name === 'bulk.progress' ? bulkProgress.parse(event) : []))
  const last = all.findLast((one) => one.bulk === bulk)
  if (last === undefined) throw new Error('Nothing was told.')
  return last
}

/** All tickets, or those that also are what `part` says and hold what is searched for. */
export const list = (part: object, search = '') => ({
  search,
  list: {
    view: 'all' as const,
    status: 'any' as const,
    read: 'any' as const,
    channels: [],
    assignee: { kind: 'anyone' as const },
    tags: [],
    priority: 'any' as const,
    campaign: null,
    ...part,
  },
})
