import { type Profile, readMetaProfile } from '../channels/meta/profile.ts'
import { claimNextNameless, nameTold } from '../desk/ask-name.ts'
import { connectionsNow } from '../desk/connections.ts'
import type { Desk } from '../desk/desk.ts'
import type { Nameless } from '../store/asked-names.ts'
import { again, type Sweep } from './again.ts'

/** Asks Meta for the names of people who are only an id to us (T-11), one after the other, outside of any transaction. */
export function startAsking(desk: Desk): Sweep {
  return again(desk, 'names', 1_000, async () => {
    for (let who = await claimNextNameless(desk); who !== null; who = await claimNextNameless(desk)) {
      const said = await ask(desk, who)
      if ('retry' in said) desk.log.info({ where: 'names', customer: who.customerId, why: said.reason }, 'no name yet')
      await nameTold(desk, who, said)
    }
  })
}

async function ask(desk: Desk, { channel, id }: Nameless): Promise<Profile> {
  const settings = (await connectionsNow(desk))[channel]
  if (settings === null) return { retry: true, reason: 'this channel is not connected', afterMs: null }
  return readMetaProfile(channel, id, settings)
}
