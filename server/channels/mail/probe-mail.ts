import { createTransport } from 'nodemailer'
import type { ConnectionTest } from '../../protocol/channel-needs.ts'
import { unreachable, works } from '../probe-result.ts'
import { relay } from './send-mail.ts'

const limits = { connectMs: 10_000, greetingMs: 10_000, silenceMs: 20_000 }

/** Greets the relay and signs in there, where it wants that; no mail is begun. */
export async function probeMail(relayUrl: string, timeouts: Partial<typeof limits> = {}): Promise<ConnectionTest> {
  const about = new URL(relayUrl).host
  const transport = createTransport(relay(relayUrl, { ...limits, ...timeouts }))
  try {
    await transport.verify()
    return works
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const code = 'code' in error ? error.code : undefined
    if (code === 'EAUTH') return { outcome: 'wrong_credentials', about, words: wordsOf(error) }
    const refused = 'responseCode' in error && typeof error.responseCode === 'number' && error.responseCode >= 500
    return refused ? { outcome: 'refused', about, words: wordsOf(error) } : unreachable(about, wordsOf(error))
  } finally {
    transport.close()
  }
}

function wordsOf(error: Error): string {
  const theirs = 'response' in error && typeof error.response === 'string' ? error.response : error.message
  return theirs.replace(/\s+/g, ' ').trim().slice(0, 300)
}
