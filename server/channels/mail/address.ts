import { domainToASCII } from 'node:url'

const local = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/

/**
 * The one form of address we believe, keep and send to: `dot.atom@host.name`, in small letters, an international host
 * in its ASCII form. Null for everything else: comments, quotes, routes, address literals, line ends, any trick by
 * which two readers could see two recipients in one string (SAFETY 5, nodemailer).
 */
export function mailAddress(written: string): string | null {
  const address = written.trim().toLowerCase()
  const at = address.lastIndexOf('@')
  if (address.length > 254 || at < 1 || at > 64 || !local.test(address.slice(0, at))) return null
  const host = hostName(address.slice(at + 1))
  return host === null ? null : `${address.slice(0, at)}@${host}`
}

function hostName(written: string): string | null {
  const host = isAscii(written) || /[^\p{L}\p{M}\p{N}.-]/u.test(written) ? written : domainToASCII(written)
  const labels = host.split('.')
  const good = host.length <= 253 && labels.length > 1 && labels.every((part) => label.test(part))
  return good && !/^\d+$/.test(labels.at(-1) ?? '') ? host : null
}

function isAscii(text: string): boolean {
  return Buffer.byteLength(text) === text.length
}

/** `support+token@host` in its parts; the tag is what stands behind the first plus. */
export function addressParts(address: string): { mailbox: string; tag: string | null; host: string } {
  const at = address.lastIndexOf('@')
  const name = address.slice(0, at)
  const host = address.slice(at + 1)
  const plus = name.indexOf('+')
  if (plus < 1) return { mailbox: address, tag: null, host }
  return { mailbox: `${name.slice(0, plus)}@${host}`, tag: name.slice(plus + 1), host }
}
