import type { ChannelName } from '../protocol/channel.ts'
import type { ErrorCode } from '../protocol/errors.ts'
import type { Segments } from '../protocol/segments.ts'
import { type Measured, measureIn } from '../protocol/text-room.ts'
import { channelRules } from './channels/channel-rules.ts'
import type { FileRoom } from './channels/rules.ts'

/** A file of a draft; `type` is its media type, `size` in bytes. */
export type DraftFile = { id: string; type: string; size: number }

export type Draft = { text: string; files: readonly DraftFile[] }

/** One message as the provider takes it. */
export type Part = { text: string; files: DraftFile[] }

export type Shaped = { parts: [Part, ...Part[]]; segments: Segments | null }

/** Why a draft cannot be sent: how much there may be, and which file it is about. */
export type Misfit = { refused: ErrorCode; most: number | null; file: string | null }

/** How long a text is for a channel, in what that channel counts in, and how it is cut. */
export function measure(channel: ChannelName, text: string): Measured {
  return measureIn(channelRules[channel].text, text)
}

/**
 * what an agent's draft becomes on that channel, in the order it is sent, or why it cannot be sent. Where a provider
 * takes text and files apart, the text goes first. Nothing is cut off.
 */
export function shape(channel: ChannelName, { text, files }: Draft): Shaped | Misfit {
  const room = channelRules[channel].files
  const { length, most, segments } = measure(channel, text)
  const said = text.trim() !== ''
  const first = files[0]
  if (length > most) return { refused: 'message_too_long', most, file: null }
  if (first === undefined) {
    if (!said) return { refused: 'message_empty', most: null, file: null }
    return { parts: [{ text, files: [] }], segments }
  }
  const misfit = filesMisfit(room, files)
  if (misfit) return misfit
  if (room.withText) return { parts: [{ text: said ? text : '', files: [...files] }], segments }
  const alone = (file: DraftFile): Part => ({ text: '', files: [file] })
  const others = files.slice(1).map(alone)
  return { parts: said ? [{ text, files: [] }, alone(first), ...others] : [alone(first), ...others], segments }
}

function filesMisfit(room: FileRoom, files: readonly DraftFile[]): Misfit | null {
  for (const { id, type, size } of files) {
    const kind = room.kinds.find(({ types }) => types.some((one) => fits(type, one)))
    if (!kind) return { refused: 'file_not_possible', most: null, file: id }
    if (size > kind.bytes) return { refused: 'file_too_large', most: kind.bytes, file: id }
  }
  if (!room.withText) return null
  if (files.length > room.most) return { refused: 'too_many_files', most: room.most, file: null }
  const bytes = files.reduce((sum, { size }) => sum + size, 0)
  return bytes > room.bytes ? { refused: 'file_too_large', most: room.bytes, file: null } : null
}

/** `image/` is any picture, `''` is anything; a type may carry parameters, as in `text/vcard; charset=utf-8`. */
function fits(type: string, kind: string): boolean {
  const bare = (type.split(';')[0] ?? '').trim().toLowerCase()
  return kind === '' || (kind.endsWith('/') ? bare.startsWith(kind) : bare === kind)
}
