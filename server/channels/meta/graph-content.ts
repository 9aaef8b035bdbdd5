import { z } from 'zod'
import { storable } from '../../protocol/text.ts'
import type { Attachment } from '../channel.ts'
import { lines, words } from './shapes.ts'

export type Content = {
  text: string
  attachments: Attachment[]
  story: { kind: 'reply' | 'mention'; url: string | null } | null
}

export const url = z
  .url({ protocol: /^https?$/ })
  .max(4096)
  .refine((address) => storable(address) === address)
  .optional()
  .catch(undefined)
const attachment = z.object({
  type: z.string(),
  title: words,
  url,
  payload: z.object({ url, title: words }).catch({ url: undefined, title: undefined }),
})

/** Meta tells only what sort of thing a file is; the bytes will tell the rest. */
const files: Record<string, { type: string; name: string }> = {
  image: { type: 'image/*', name: 'image' },
  sticker: { type: 'image/*', name: 'sticker' },
  animated_image: { type: 'image/*', name: 'image' },
  audio: { type: 'audio/*', name: 'audio' },
  video: { type: 'video/*', name: 'video' },
  file: { type: 'application/octet-stream', name: 'file' },
}

/**
 * What a message of Messenger or Instagram holds: its words, its files, and the story it speaks of. Things shared are
 * lines of text; what Meta keeps to itself is said in brackets rather than lost.
 */
export function contentOf(
  channel: 'messenger' | 'instagram',
  message: {
    text?: string | undefined
    attachments: unknown[]
    reply_to?: { story?: { url?: string | undefined } | undefined } | undefined
    is_unsupported: boolean
  },
): Content {
  const name = channel === 'messenger' ? 'Messenger' : 'Instagram'
  const replied = message.reply_to?.story
  let story: Content['story'] = replied ? { kind: 'reply', url: replied.url ?? null } : null
  const attachments: Attachment[] = []
  const said: string[] = message.text ? [message.text] : []
  // While stickers change their type the same one comes twice, once as a picture.
  const seen = new Set<string>()
  for (const raw of message.attachments) {
    const one = attachment.safeParse(raw).data
    const at = one?.payload.url ?? one?.url
    const file = one && Object.hasOwn(files, one.type) ? files[one.type] : undefined
    if (at !== undefined && seen.has(at)) continue
    if (at !== undefined) seen.add(at)
    if (one?.type === 'story_mention') story = { kind: 'mention', url: at ?? null }
    else if (file && at)
      attachments.push({ name: fileName(at, file.name, attachments.length), type: file.type, url: at })
    else said.push(lines(one?.title ?? one?.payload.title, at) || `(${name} does not hand on what was sent here.)`)
  }
  if (message.is_unsupported && said.length === 0 && attachments.length === 0 && story === null) {
    said.push(`(${name} does not hand on messages of this kind.)`)
  }
  return { text: lines(...new Set(said)), attachments, story }
}

/** A file's own name where the address has one. */
function fileName(address: string, kind: string, before: number): string {
  const last = new URL(address).pathname.split('/').at(-1) ?? ''
  return /^[\w-][\w.-]{0,80}\.[a-z0-9]{1,5}$/i.test(last) ? last : `${kind}-${before + 1}`
}
