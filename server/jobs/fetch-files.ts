import type { Media } from '../channels/fetch-media.ts'
import { fetchMetaMedia } from '../channels/meta/media.ts'
import { fetchTwilioMedia } from '../channels/twilio/media.ts'
import { connectionsNow } from '../desk/connections.ts'
import type { Desk } from '../desk/desk.ts'
import { claimNextFile, fileTried, wayToFile } from '../desk/fetch-file.ts'
import { largestFile } from '../protocol/files.ts'
import type { WaitingFile } from '../store/attachments.ts'
import type { Sweep } from './again.ts'
import { several } from './several.ts'

const rules = { maxBytes: largestFile, timeoutMs: 60_000 }

/** Fetches what providers keep for us (M-5), outside of any transaction; the table of files is the queue. */
export function startFetching(desk: Desk): Sweep {
  return several(desk, 'files', {
    // Each may hold a whole file in memory.
    atOnce: 3,
    claim: () => claimNextFile(desk),
    keyOf: ({ id }) => id,
    run: (file) => fetchOnce(desk, file),
  })
}

async function fetchOnce(desk: Desk, file: WaitingFile): Promise<void> {
  const media = await ask(desk, file)
  if (!('bytes' in media)) {
    desk.log.info({ where: 'files', file: file.id, why: 'retry' in media ? media.reason : media.code }, 'no file yet')
  }
  await fileTried(desk, file.id, media)
}

async function ask(desk: Desk, file: WaitingFile): Promise<Media> {
  const way = wayToFile(file, await connectionsNow(desk))
  if (way === null) return { retry: true, reason: 'this channel is not connected', afterMs: null }
  return 'twilio' in way
    ? fetchTwilioMedia(way.twilio, way.settings, rules)
    : fetchMetaMedia(way.meta, way.settings, rules)
}
