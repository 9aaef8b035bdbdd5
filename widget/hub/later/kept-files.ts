/** The bytes of files on their way, by the id of their message. */
const memory = new Map<string, readonly File[]>()

type Kept = { files: readonly File[]; at: number }
const store = 'files'
/** What nobody sent for so long belongs to a page that is gone. */
const forgottenAfter = 7 * 86_400_000

/**
 * Keeps files until they are sent: in the browser's database, where it has one for this page, so that they outlive a
 * reload (W-13), and in memory, so that nothing is lost while the page lives.
 */
export async function keepFiles(id: string, files: readonly File[], now: number): Promise<void> {
  memory.set(id, files)
  await inStore('readwrite', (kept) => {
    kept.put({ files, at: now } satisfies Kept, id)
    const old = kept.openCursor()
    old.onsuccess = () => {
      const cursor = old.result
      if (!cursor) return
      if (isKept(cursor.value) && cursor.value.at < now - forgottenAfter) cursor.delete()
      cursor.continue()
    }
  })
}

/** A file that this very page has picked, to be shown at once. */
export const heldFile = (id: string, at: number): File | undefined => memory.get(id)?.[at]

/** The files of a message; null where this browser has them no more. */
export async function keptFiles(id: string): Promise<readonly File[] | null> {
  const held = memory.get(id)
  if (held) return held
  const found = await inStore('readonly', (kept) => kept.get(id))
  return isKept(found?.result) ? found.result.files : null
}

/** They are on the server, or nobody wants to send them any more. */
export async function forgetFiles(id: string): Promise<void> {
  memory.delete(id)
  await inStore('readwrite', (kept) => kept.delete(id))
}

function isKept(found: unknown): found is Kept {
  return found instanceof Object && 'files' in found && Array.isArray(found.files) && 'at' in found
}

/** One transaction; null where the browser keeps nothing for this page, or no more. */
async function inStore<T>(mode: IDBTransactionMode, act: (kept: IDBObjectStore) => T): Promise<T | null> {
  try {
    const asked = indexedDB.open('customer-hub', 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore(store)
    await done(asked)
    const database = asked.result
    try {
      const transaction = database.transaction(store, mode)
      const result = act(transaction.objectStore(store))
      await new Promise((resolve, reject) => {
        transaction.oncomplete = resolve
        transaction.onerror = reject
        transaction.onabort = reject
      })
      return result
    } finally {
      database.close()
    }
  } catch {
    return null
  }
}

const done = (request: IDBRequest) =>
  new Promise((resolve, reject) => {
    request.onsuccess = resolve
    request.onerror = reject
  })
