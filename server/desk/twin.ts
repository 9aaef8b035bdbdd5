import pg from 'pg'

/** Was something written under a key that is taken? */
export function isTwin(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '23505'
}

/** Two transactions wrote the same key at once: the loser runs again and finds what the winner left. */
export async function onceMoreOnTwin<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (isTwin(error)) return await run()
    throw error
  }
}
