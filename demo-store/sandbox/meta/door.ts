import type { Desk, DoorAnswer } from '../desk.ts'
import { metaSignature } from '../signatures.ts'

/** Brings one batch to the desk's door for Meta. */
export const postBatch = (desk: Desk, secret: string, batch: string, what: string): Promise<DoorAnswer> =>
  desk.post(
    desk.door('meta'),
    {
      'content-type': 'application/json',
      'x-hub-signature-256': metaSignature(secret, batch),
      'user-agent': 'facebookexternalua',
    },
    batch,
    what,
  )

/** Meta asks whether the address is really the desk's, as when a webhook is set up. */
export const handshake = async (desk: Desk, secret: string, challenge: string): Promise<boolean> => {
  const url = new URL(desk.door('meta'))
  url.searchParams.set('hub.mode', 'subscribe')
  url.searchParams.set('hub.challenge', challenge)
  url.searchParams.set('hub.verify_token', secret)
  const { status, body } = await desk.get(url.href, 'is this address yours?')
  return status === 200 && body === challenge
}

/** Milliseconds before each further try with a batch that was not taken; the real Meta goes on for a day. */
export const retryWaits: readonly number[] = [2_000, 10_000, 60_000]
