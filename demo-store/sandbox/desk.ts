import type { Memory } from './memory.ts'

export type Desk = ReturnType<typeof createDesk>

type Place = { deskUrl: string; hooksUrl: string }

const tidy = ({ deskUrl, hooksUrl }: Place): Place => ({
  deskUrl: deskUrl.replace(/\/+$/, ''),
  hooksUrl: hooksUrl.replace(/\/+$/, ''),
})

/** `status` 0: nobody answered. */
export type DoorAnswer = { status: number; body: string }

/**
 * The desk as carriers reach it. They know it by `hooksUrl`, sign that, and come in at `deskUrl`, as if a tunnel stood
 * between. Every exchange is noted. Nothing but the desk is ever asked.
 */
export const createDesk = (memory: Memory, given: Place) => {
  let { deskUrl, hooksUrl } = tidy(given)
  const over = new AbortController()

  /** Where an address that the desk gave us really leads; null where it is not the desk's. */
  const wayTo = (url: string): string | null => {
    for (const known of [hooksUrl, deskUrl]) {
      if (url === known || url.startsWith(`${known}/`)) return `${deskUrl}${url.slice(known.length)}`
    }
    return null
  }
  const ask = async (url: string, init: RequestInit, what: string): Promise<Response | null> => {
    const way = wayTo(url)
    const method = init.method ?? 'GET'
    if (way === null) {
      memory.note({ to: 'desk', method, path: url, status: 'not the desk', what })
      return null
    }
    const { pathname, search } = new URL(way)
    const signal = AbortSignal.any([AbortSignal.timeout(20_000), over.signal])
    const answer = await fetch(way, { ...init, redirect: 'manual', signal }).catch(() => null)
    const status = answer === null ? 'no answer' : String(answer.status)
    memory.note({ to: 'desk', method, path: pathname + search, status, what })
    return answer
  }
  return {
    meet: (place: Place): void => void ({ deskUrl, hooksUrl } = tidy(place)),
    /** Where browsers find it. */
    url: (): string => deskUrl,
    /** The address as providers were told it. */
    door: (name: 'twilio' | 'meta'): string => `${hooksUrl}/hooks/${name}`,
    async post(url: string, headers: Record<string, string>, body: string, what: string): Promise<DoorAnswer> {
      const answer = await ask(url, { method: 'POST', headers, body }, what)
      return answer === null
        ? { status: 0, body: '' }
        : { status: answer.status, body: await answer.text().catch(() => '') }
    },
    async get(url: string, what: string): Promise<DoorAnswer> {
      const answer = await ask(url, {}, what)
      return answer === null
        ? { status: 0, body: '' }
        : { status: answer.status, body: await answer.text().catch(() => '') }
    },
    /** A file that a message of the desk names. Null where it cannot be had. */
    async file(url: string): Promise<{ name: string; type: string; bytes: Buffer } | null> {
      const answer = await ask(url, {}, 'a file of a message').catch(() => null)
      if (answer?.status !== 200) return null
      const bytes = Buffer.from(await answer.arrayBuffer())
      const type = answer.headers.get('content-type')?.split(';')[0] ?? 'application/octet-stream'
      return { name: new URL(url).pathname.split('/').at(-1) || 'file', type, bytes }
    },
    close: (): void => over.abort(),
  }
}

export const isTaken = ({ status }: DoorAnswer): boolean => status >= 200 && status < 300

/** Why a door did not take something, in a few words; null where it did. */
export const whyNot = (answer: DoorAnswer): string | null =>
  isTaken(answer) ? null : answer.status === 0 ? 'the desk did not answer' : `the desk said ${answer.status}`
