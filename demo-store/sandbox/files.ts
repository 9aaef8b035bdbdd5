import { randomBytes } from 'node:crypto'

export type File = { id: string; name: string; type: string; bytes: Buffer }

export type Files = ReturnType<typeof createFiles>

const most = 400

/** Pictures and other files on their way, by an id that nobody guesses. The oldest go first. */
export const createFiles = () => {
  const files = new Map<string, File>()
  return {
    keep(file: Omit<File, 'id'>, id = randomBytes(16).toString('hex')): File {
      const kept = { ...file, id }
      files.set(id, kept)
      const [oldest] = files.keys()
      if (files.size > most && oldest !== undefined) files.delete(oldest)
      return kept
    },
    find: (id: string): File | undefined => files.get(id),
  }
}
