import { type SecretChanges, type SecretName, secretNames } from '../protocol/channel-secrets.ts'
import { dropSecret, readSecrets, writeSecret } from '../store/channel-secrets.ts'
import { writeAudit } from '../store/members.ts'
import { type Actor, type Desk, work } from './desk.ts'

export type ChannelSecrets = Partial<Record<SecretName, string>>

/** The credentials in the clear, for the doors and the errands only. One that cannot be read again counts as missing. */
export async function readChannelSecrets(desk: Desk): Promise<ChannelSecrets> {
  const found: ChannelSecrets = {}
  for (const { name, sealed } of await readSecrets(desk.db)) {
    const known = secretNames.find((one) => one === name)
    const value = desk.secrets.unseal(sealed)
    if (known !== undefined && value !== null) found[known] = value
  }
  return found
}

/** Which credentials are there; never what they are. */
export async function knownSecrets(desk: Desk): Promise<SecretName[]> {
  const found = await readChannelSecrets(desk)
  return secretNames.filter((name) => found[name] !== undefined)
}

/** Keeps new credentials and forgets those that are null; the audit log learns their names (P-7). */
export function saveChannelSecrets(desk: Desk, actor: Actor, changes: SecretChanges): Promise<{ done: true }> {
  return work(desk, async (w) => {
    const named = secretNames.filter((name) => changes[name] !== undefined)
    for (const name of named) {
      const value = changes[name] ?? null
      if (value === null) await dropSecret(w.tx, name)
      else await writeSecret(w.tx, name, desk.secrets.seal(value), w.now)
    }
    const set = named.filter((name) => changes[name] !== null)
    const forgotten = named.filter((name) => changes[name] === null)
    const detail = { set, forgotten }
    await writeAudit(w.tx, { at: w.now, memberId: actor.id, action: 'secrets.save', subject: 'channels', detail })
    return { done: true }
  })
}
