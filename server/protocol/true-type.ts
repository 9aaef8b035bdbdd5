/** As many bytes at the beginning of a file say what it is. */
export const telling = 64

/**
 * What a file is, by its bytes where they speak, else by its sender's word. What claims to be shown, or to be a document
 * that browsers run scripts of, and is not known by its bytes, is plain bytes.
 */
export function trueType(bytes: Uint8Array, claimed: string): string {
  const sniffed = sniffedType(bytes.subarray(0, telling))
  if (sniffed !== undefined) return sniffed
  const plain = (claimed.split(';')[0] ?? '').trim().toLowerCase()
  const isSafe = /^(application|text)\/[a-z0-9][a-z0-9.+-]{0,100}$/.test(plain)
  const runs = /html|[/+]xml|svg|script|\bpdf\b|\bwasm\b|\bcss\b|\bmultipart\b/.test(plain)
  return isSafe && !runs ? plain : 'application/octet-stream'
}

/** What the first bytes of a file say it is; undefined where they are none of those that are shown (M-5, S5), nor a program. */
function sniffedType(bytes: Uint8Array): string | undefined {
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
  // Programs, whatever they are called. A text may begin with these letters, but holds no zeros.
  if (text(0, 2) === 'MZ' && bytes.includes(0)) return 'application/x-msdownload'
  if (starts(0x7f, 0x45, 0x4c, 0x46)) return 'application/x-elf'
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
