import type { Me } from '../protocol/api.ts'
import { type ErrorCode, errorCodes } from '../protocol/errors.ts'
import { roles } from '../protocol/role.ts'

/**
 * What /api/me answered: who is signed in, nobody, or a refusal; null where it has none of these shapes. Read by hand,
 * because every start of the page waits for it and zod is larger than all the rest of the page's own code.
 */
export function sessionIn(
  answer: unknown,
): { ok: true; me: Me | null } | { ok: false; code: ErrorCode; retry: boolean } | null {
  if (!isObject(answer)) return null
  if (answer['ok'] === true) {
    const me = answer['me'] === null ? null : memberIn(answer['me'])
    return me === undefined ? null : { ok: true, me }
  }
  const code = errorCodes.find((known) => known === answer['code'])
  return answer['ok'] === false && code !== undefined ? { ok: false, code, retry: answer['retry'] === true } : null
}

function memberIn(value: unknown): Me | undefined {
  if (!isObject(value)) return undefined
  const { id, name, email } = value
  const role = roles.find((known) => known === value['role'])
  if (typeof id !== 'string' || typeof name !== 'string' || typeof email !== 'string' || role === undefined)
    return undefined
  return { id, name, email, role }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
