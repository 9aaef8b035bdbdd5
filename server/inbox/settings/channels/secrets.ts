import { type ReadonlySignal, signal } from '@preact/signals'
import type { SecretName } from '../../../protocol/channel-secrets.ts'
import type { ErrorCode } from '../../../protocol/errors.ts'
import type { Api } from '../../api.ts'

export type Hooks = { twilio: string; meta: string }

export type Secrets = {
  /** Which credentials are there; null until known. */
  known: ReadonlySignal<ReadonlySet<SecretName> | null>
  hooks: ReadonlySignal<Hooks | null>
  failed: ReadonlySignal<boolean>
  load(): Promise<void>
  /** A new value, or null to forget it. Answers why not, null when done. */
  change(name: SecretName, value: string | null): Promise<ErrorCode | null>
}

/** Credentials go to the server at once and never come back: of each the page knows only whether it is there. */
export function createSecrets(api: Pick<Api, 'secrets' | 'saveSecrets'>): Secrets {
  const known = signal<ReadonlySet<SecretName> | null>(null)
  const hooks = signal<Hooks | null>(null)
  const failed = signal(false)

  async function load() {
    const answer = await api.secrets()
    failed.value = !answer.ok
    if (!answer.ok) return
    known.value = new Set(answer.known)
    hooks.value = answer.hooks
  }

  return {
    known,
    hooks,
    failed,
    load,
    async change(name, value) {
      const answer = await api.saveSecrets({ [name]: value })
      if (!answer.ok) return answer.code
      const now = new Set(known.peek())
      if (value === null) now.delete(name)
      else now.add(name)
      known.value = now
      return null
    },
  }
}
