import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { type Records, records } from './records.ts'

/** All that the shop remembers: read `records`, change them, then wait for `save`. */
export interface Book {
  readonly records: Records
  /** Resolves when every change made before the call is on the disk. */
  save(): Promise<void>
}

const write = async (path: string, text: string): Promise<void> => {
  const draft = `${path}.new`
  const file = await open(draft, 'w', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(draft, path)
}

const read = async (path: string): Promise<Records | null> => {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
  let stored: unknown
  try {
    stored = JSON.parse(text)
  } catch {
    stored = null
  }
  const parsed = records.safeParse(stored)
  if (parsed.success) return parsed.data
  throw new Error(`${path} is not a file of this shop. Move it away to start with an empty one.`)
}

/** Opens DATA_DIR/demo-store.json, or begins a new one with `first`. */
export const openBook = async (dataDir: string, first: () => Records): Promise<Book> => {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const path = join(dataDir, 'demo-store.json')
  const found = await read(path)
  const current = found ?? first()
  if (found === null) await write(path, JSON.stringify(current))

  let running: Promise<void> | null = null
  let next: Promise<void> | null = null

  /** One write at a time; callers during a write share the one after it. */
  const save = (): Promise<void> => {
    if (running === null) {
      running = write(path, JSON.stringify(current)).finally(() => {
        running = null
      })
      return running
    }
    next ??= running.then(
      () => begin(),
      () => begin(),
    )
    return next
  }
  const begin = (): Promise<void> => {
    next = null
    return save()
  }
  return { records: current, save }
}
