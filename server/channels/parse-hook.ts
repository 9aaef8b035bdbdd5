import type { Parsed, RawRequest } from './channel.ts'
import { parseMeta } from './meta/parse.ts'
import { parseTwilio } from './twilio/parse.ts'

const parsers = { twilio: parseTwilio, meta: parseMeta }

/** What a provider told by its hook. `receivedAt` in epoch milliseconds. Never throws. */
export function parseHook(provider: keyof typeof parsers, request: RawRequest, receivedAt: number): Parsed {
  return parsers[provider](request, receivedAt)
}
