import { loadavg } from 'node:os'
import { tell } from '../row.ts'
import { textRows } from './text-rows.ts'

/** Measures on a folder of labelled messages and prints it; true when all targets are reached. */
export async function bench({ data, json }: { data: string | null; json: boolean }): Promise<boolean> {
  if (data === null) throw new Error('text needs --data FOLDER, the folder of labelled messages')
  const before = loadavg()
  const rows = await textRows(data)
  tell(rows, json, before)
  return rows.every(({ met }) => met)
}
