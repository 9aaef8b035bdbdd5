import type { FileKind } from '../protocol/files.ts'

/** What the first bytes of a file say it is; undefined where they are none of those that are shown (M-5, S5). */
export function sniffedType(bytes: Uint8Array): string | undefined {
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))
  const starts = (...these: number[]) => these.every((byte, at) => bytes[at] === byte)
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg'
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png'
  if (text(0, 6) === 'GIF87a' || text(0, 6) === 'GIF89a') return 'image/gif'
  if (text(0, 4) === 'RIFF') return riffTypes[text(8, 12)]
  if (text(4, 8) === 'ftyp') return boxTypes.find(([brand]) => brand.test(text(8, 12)))?.[1] ?? 'video/mp4'
  if (starts(0x1a, 0x45, 0xdf, 0xa3)) return 'video/webm'
  if (text(0, 4) === 'OggS')
    return text(28, 35) === '\x01vorbis' || text(28, 36) === 'OpusHead' ? 'audio/ogg' : undefined
  if (text(0, 5) === '#!AMR') return 'audio/amr'
  if (text(0, 4) === 'fLaC') return 'audio/flac'
  if (starts(0xff) && [0xf1, 0xf9].includes(bytes[1] ?? 0)) return 'audio/aac'
  // A frame of MPEG layer III says so in its second byte; a tag before it is nothing else's.
  if (text(0, 3) === 'ID3' || (starts(0xff) && ((bytes[1] ?? 0) & 0xe6) === 0xe2)) return 'audio/mpeg'
  if (text(0, 5) === '%PDF-') return 'application/pdf'
  return undefined
}

const riffTypes: Partial<Record<string, string>> = { WEBP: 'image/webp', WAVE: 'audio/wav' }

/** The brands of files made of boxes (ISO 14496-12); any other brand is taken for a video. */
const boxTypes: [RegExp, string][] = [
  [/^avi[fs]/, 'image/avif'],
  [/^(hei[cxms]|hev[cx]|mif1|msf1)/, 'image/heic'],
  [/^(M4A|M4B|F4A) /, 'audio/mp4'],
  [/^qt {2}/, 'video/quicktime'],
  [/^3g/, 'video/3gpp'],
]

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

/**
 * What a file is, by its bytes where they speak, else by its sender's word. What claims to be shown, or to be a document
 * that browsers run scripts of, and is not known by its bytes, is plain bytes.
 */
export function trueType(bytes: Uint8Array, claimed: string): string {
  const sniffed = sniffedType(bytes.subarray(0, 64))
  if (sniffed !== undefined) return sniffed
  const plain = bare(claimed)
  const isSafe = /^(application|text)\/[a-z0-9][a-z0-9.+-]{0,100}$/.test(plain)
  const runs = /html|[/+]xml|svg|script|\bpdf\b|\bwasm\b|\bcss\b|\bmultipart\b/.test(plain)
  return isSafe && !runs ? plain : 'application/octet-stream'
}
