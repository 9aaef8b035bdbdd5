const endings: Record<string, string> = {
  'message/rfc822': '.eml',
  'text/calendar': '.ics',
  'text/plain': '.txt',
  'text/html': '.html',
  'application/pdf': '.pdf',
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/gif': '.gif',
}

/** Names that some systems take for a device. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/**
 * A file's name for showing and for saving (SAFETY S16): one line of ordinary characters, no folder, nothing invisible
 * or written backwards, no leading or trailing dot, at most 120 code points with its ending kept. It never names a
 * file of ours: those have ids.
 */
export function safeName(written: string | null, type: string): string {
  const points = (written ?? '')
    .slice(0, 2_000)
    .normalize('NFC')
    // Controls, formats (zero width, direction), lone surrogates, private and unassigned ones.
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .replace(/^.*[/\\]/u, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+/, '')
  const name = withoutTrailing(points)
  if (name === '') return `attachment${endings[type] ?? ''}`
  return shortened(devices.test(name) ? `_${name}` : name)
}

function withoutTrailing(name: string): string {
  let end = name.length
  while (end > 0 && (name[end - 1] === '.' || name[end - 1] === ' ')) end--
  return name.slice(0, end)
}

function shortened(name: string): string {
  const points = [...name]
  if (points.length <= 120) return name
  const ending = /\.[a-z0-9]{1,10}$/i.exec(name)?.[0] ?? ''
  return withoutTrailing(points.slice(0, 120 - ending.length).join('')) + ending
}
