import type { Doors, Said } from './door.ts'

export type Case = {
  /** `channel/case`. */
  name: string
  /** What is sent, and what the desk should make of it. */
  words: string
  /** Statuses that are right for every one of the answers. */
  right: readonly number[]
  run(doors: Doors, given: { now: number; id: string }): Promise<Said[]>
}

/** One after the other. */
export const inTurn = async (...steps: readonly (() => Promise<Said>)[]): Promise<Said[]> => {
  const all: Said[] = []
  for (const step of steps) all.push(await step())
  return all
}

/** The same at the same moment. */
export const atOnce = (times: number, step: (at: number) => Promise<Said>): Promise<Said[]> =>
  Promise.all(Array.from({ length: times }, (_, at) => step(at)))
