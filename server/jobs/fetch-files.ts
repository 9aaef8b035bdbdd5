import type { Media } from '../channels/fetch-media.ts'
import { fetchMetaMedia } from '../channels/meta/media.ts'
import { fetchTwilioMedia } from '../channels/twilio/media.ts'
import { connectionsNow } from '../desk/connections.ts'
import type { Desk } from '../desk/desk.ts'
import { claimNextFile, fileTried, wayToFile } from '../desk/fetch-file.ts'
import { largestFile } from '../protocol/files.ts'
import type { WaitingFile } from '../store/attachments.ts'
import { again, type Sweep } from './again.ts'

/** Tries at a time of this process: each may hold a whole file in memory. */
const atOnce = 3

const rules = { maxBytes: largestFile, timeoutMs: 60_000 }

/** Fetches what providers keep for us (M-5), outside of any transaction; the table of files is the queue. */
export function startFetching(desk: Desk): Sweep {
  const running = new Set<Promise<void>>()
  const sweep = again(desk, 'files', 1_000, async () => {
    while (running.size < atOnce) {
      const file = await claimNextFile(desk)
      if (file === null) return
      const trying = fetchOnce(desk, file)
        .catch((error: unknown) => desk.log.error({ err: error, where: 'files' }, 'a try was not written down'))
        .finally(() => {
          running.delete(trying)
          sweep.hurry()
        })
      running.add(trying)
    }
  })
  return {
    hurry: sweep.hurry,
    async stop() {
      await sweep.stop()
      await Promise.all(running)
    },
  }
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
