import type { FileKind } from '../protocol/files.ts'

/** Pictures, films and sounds that a browser shows by itself and that can hold no script: only these are ever inline. */
const shown: Record<string, FileKind> = {
  'image/jpeg': 'picture',
  'image/png': 'picture',
  'image/gif': 'picture',
  'image/webp': 'picture',
  'image/avif': 'picture',
  'video/mp4': 'video',
  'video/webm': 'video',
  'video/quicktime': 'video',
  'audio/mpeg': 'audio',
  'audio/mp4': 'audio',
  'audio/aac': 'audio',
  'audio/ogg': 'audio',
  'audio/wav': 'audio',
  'audio/flac': 'audio',
}

/** A type without its parameters. */
const bare = (type: string) => (type.split(';')[0] ?? '').trim().toLowerCase()

/** How a file of that type is shown. A provider that says only `image/*` gets the place of a picture kept. */
export function fileKind(type: string): FileKind {
  const plain = bare(type)
  if (Object.hasOwn(shown, plain)) return shown[plain] ?? 'file'
  return plain === 'image/*' ? 'picture' : plain === 'video/*' ? 'video' : plain === 'audio/*' ? 'audio' : 'file'
}
