export type { ThreadFile } from './thread.ts'

/** Largest file that is kept, in bytes. Not among the limits, which reach shoppers. */
export const largestFile = 25_000_000

/** How a file is shown: in the bubble, or as a row with its name. */
export const fileKinds = ['picture', 'video', 'audio', 'file'] as const
export type FileKind = (typeof fileKinds)[number]

/** Why a file that came with a message is not here: the provider has none, it is too large, or nobody gave it to us. */
export const lostWhys = ['gone', 'too_large', 'not_allowed', 'unreachable'] as const
export type LostWhy = (typeof lostWhys)[number]

/** What a message was without words. Meta forbids to keep the picture of a story that mentions the shop. */
export const previewKinds = [...fileKinds, 'story_reply', 'story_mention'] as const
export type PreviewKind = (typeof previewKinds)[number]
