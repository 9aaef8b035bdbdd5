import { safeName } from '../channels/mail/safe-name.ts'
import { storable } from '../protocol/text.ts'

/** A form of many parts; undefined where the body is none. */
export function formIn(body: Buffer, type: string): Promise<FormData | undefined> {
  return new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData().catch(() => undefined)
}

/** Its files, each with a name that can be shown and saved; undefined where there is none, or one that is empty. */
export async function filesIn(form: FormData, most: number) {
  const given = form.getAll('file')
  if (given.length > most) return undefined
  const files: { name: string; type: string; bytes: Buffer }[] = []
  for (const file of given) {
    if (typeof file === 'string' || file.size === 0) return undefined
    const name = safeName(storable(file.name.normalize('NFC')), file.type)
    files.push({ name, type: file.type, bytes: Buffer.from(await file.arrayBuffer()) })
  }
  return files
}
