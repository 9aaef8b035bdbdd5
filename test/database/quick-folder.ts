import { statfsSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const memory = '/dev/shm'
/** What the databases and files of a whole run take, and as much again. */
const enough = 4 * 2 ** 30

/**
 * A new folder for data that nobody misses after a test: in memory where the system offers that (Linux) with room to
 * spare, since copying a database of some thousand files costs a disk twenty times as long; else on disk.
 */
export function quickFolder(prefix: string): Promise<string> {
  return mkdtemp(join(hasRoom(memory) ? memory : tmpdir(), prefix))
}

function hasRoom(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize > enough
  } catch {
    return false
  }
}
