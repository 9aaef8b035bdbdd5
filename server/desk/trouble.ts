/** PostgreSQL's own codes for "not now": connection lost or refused, shutting down, too many, disk or memory full. */
const passing = /^(08|53|57P0[1-5]|55006|40001|40P01|25006|ECONN|EPIPE|ETIMEDOUT|ENOENT)/
const lost = /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/

/** Two transactions stood in each other's way and PostgreSQL ended this one: the very same may simply run again. */
export function metAnother(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '40P01' || error.code === '40001')
}

/** Is it the store that cannot be reached just now, and not a bug? The same call may succeed later. */
export function isStoreTrouble(error: unknown): error is Error {
  if (!(error instanceof Error)) return false
  if ('code' in error && typeof error.code === 'string' && passing.test(error.code)) return true
  return lost.test(error.message)
}
