import { readdirSync, readFileSync } from 'node:fs'

export type Fixture = { name: string; body: Buffer }

/** What a provider posts, one file a case; `folder` beside the test that asks. */
export function readFixtures(folder: 'twilio' | 'meta'): Fixture[] {
  const place = new URL(`./${folder}/fixtures/`, import.meta.url)
  return readdirSync(place)
    .sort()
    .map((file) => ({ name: file.replace(/\.\w+$/, ''), body: readFileSync(new URL(file, place)) }))
}

export function fixture(folder: 'twilio' | 'meta', name: string): Buffer {
  const found = readFixtures(folder).find((one) => one.name === name)
  if (!found) throw new Error(`no fixture ${folder}/${name}`)
  return found.body
}

/** When a delivery of the tests came in. */
export const receivedAt = Date.UTC(2026, 10, 21, 12)
