import { z } from 'zod'
import { fetchMedia, type Media, type MediaRules } from '../fetch-media.ts'
import { below } from '../provider-request.ts'
import type { MetaSettings } from './send.ts'

/** Where Meta keeps what people send: its content network, and the door WhatsApp's files stand behind. */
const hosts = ['.fbcdn.net', '.fbsbx.com', '.cdninstagram.com'] as const

type Limits = Pick<MediaRules, 'maxBytes' | 'timeoutMs' | 'resolve'>

const described = z.object({ url: z.string(), mime_type: z.string().optional(), file_size: z.coerce.number().catch(0) })

/**
 * Fetches a file of a customer's message: by its address (Messenger, Instagram), or by its id (WhatsApp), which is good
 * for an address of five minutes. Only WhatsApp's addresses see the token.
 */
export async function fetchMetaMedia(
  file: { url: string } | { mediaId: string },
  settings: MetaSettings,
  limits: Limits,
): Promise<Media> {
  const { baseUrl } = settings
  if ('url' in file) return fetchMedia(file.url, { ...limits, hosts, baseUrl, authorization: null })
  const rules: MediaRules = { ...limits, hosts, baseUrl, authorization: `Bearer ${settings.accessToken}` }
  const path = `${encodeURIComponent(settings.version)}/${encodeURIComponent(file.mediaId)}`
  const about = await fetchMedia(below(baseUrl, path).href, { ...rules, maxBytes: 64 * 1024 })
  if (!('bytes' in about)) return about
  const found = described.safeParse(jsonIn(about.bytes)).data
  if (found === undefined) return { retry: true, reason: 'no address of the file', afterMs: null }
  if (found.file_size > limits.maxBytes) {
    return { refused: true, code: 'too_large', words: 'This file is too large to keep.' }
  }
  const media = await fetchMedia(found.url, rules)
  return 'bytes' in media && found.mime_type ? { ...media, type: found.mime_type } : media
}

function jsonIn(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}
