import pg from 'pg'

/** Two transactions wrote the same key at once: the loser runs again and finds what the winner left. */
export async function onceMoreOnTwin<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '23505') return await run()
    throw error
  }
}
