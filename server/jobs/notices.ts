import { sendMail } from '../channels/mail.ts'
import type { Outbound, SendResult } from '../channels/channel.ts'
import type { Desk } from '../desk/desk.ts'
import { claimNextNotice, noticeTried, settleCutOffNotices } from '../desk/notices.ts'
import { again, type Sweep } from './again.ts'

/** Notices one round sends at a time. */
const atOnce = 4

/** M-6: carries mails to the team out of the house, apart from those to customers. No relay: there is nothing to do. */
export function startNotices(desk: Desk): Sweep {
  const { relayUrl } = desk.providers
  const tried = async (outbound: Outbound, url: string): Promise<SendResult> => {
    try {
      return await sendMail(outbound, url)
    } catch (error) {
      desk.log.error({ err: error, where: 'notice' }, 'a notice could not be made')
      return { retry: true, reason: 'internal', afterMs: null }
    }
  }
  return again(desk, 'notices', 1_000, async () => {
    if (relayUrl === null) return
    await settleCutOffNotices(desk)
    for (;;) {
      const batch: Promise<void>[] = []
      while (batch.length < atOnce) {
        const outbound = await claimNextNotice(desk)
        if (outbound === null) break
        batch.push(tried(outbound, relayUrl).then((result) => noticeTried(desk, outbound.id, result)))
      }
      if (batch.length === 0) return
      await Promise.all(batch)
    }
  })
}
