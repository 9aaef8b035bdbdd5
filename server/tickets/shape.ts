import type { ChannelName } from '../protocol/channel.ts'
import { type DraftFile, type FileMisfit, filesMisfit } from '../protocol/file-room.ts'
import type { Segments } from '../protocol/segments.ts'
import { type Measured, measureIn } from '../protocol/text-room.ts'
import { channelRules } from './channels/channel-rules.ts'

export type Draft = { text: string; files: readonly DraftFile[] }

/** One message as the provider takes it. */
export type Part = { text: string; files: DraftFile[] }

export type Shaped = { parts: [Part, ...Part[]]; segments: Segments | null }

/** Why a draft cannot be sent: how much there may be, and which file it is about. */
export type Misfit = FileMisfit

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
