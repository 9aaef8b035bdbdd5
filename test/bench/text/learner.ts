import type { Counted, Weights } from '../../../server/tickets/text/weigh.ts'

/** One message: what was found in it, whether it is what is to be learned, and how much it counts. */
export type Example = { counted: readonly Counted[]; is: boolean; weight: number }

export type Learning = { atLeast: number; rounds: number; l2: number; rate: number; seed: number }

/**
 * Logistic regression with L2, by AdaGrad over examples in an order that the seed says: the same examples give the same
 * weights, to the last digit. What stands in fewer than `atLeast` messages teaches nothing.
 */
export function learn(examples: readonly Example[], { atLeast, rounds, l2, rate, seed }: Learning): Weights {
  const times = new Map<string, number>()
  for (const { counted } of examples) for (const { name } of counted) times.set(name, (times.get(name) ?? 0) + 1)
  const names = [...times].filter(([, n]) => n >= atLeast).map(([name]) => name)
  const index = new Map(names.map((name, at) => [name, at]))
  const rows = examples.map(({ counted, is, weight }) => ({
    is: is ? 1 : 0,
    weight,
    parts: counted.flatMap(({ name, value }) => {
      const at = index.get(name)
      return at === undefined ? [] : [{ at, value }]
    }),
  }))
  const weights = new Float64Array(names.length)
  const squares = new Float64Array(names.length).fill(1e-6)
  let bias = 0
  let biasSquare = 1e-6
  const next = random(seed)
  const order = [...rows]
  for (let round = 0; round < rounds; round++) {
    shuffle(order, next)
    for (const { is, weight, parts } of order) {
      let sum = bias
      for (const { at, value } of parts) sum += (weights[at] ?? 0) * value
      const error = (1 / (1 + Math.exp(-sum)) - is) * weight
      biasSquare += error * error
      bias -= (rate / Math.sqrt(biasSquare)) * error
      for (const { at, value } of parts) {
        const was = weights[at] ?? 0
        const slope = error * value + l2 * was
        const square = (squares[at] ?? 0) + slope * slope
        squares[at] = square
        weights[at] = was - (rate / Math.sqrt(square)) * slope
      }
    }
  }
  return { bias, of: new Map(names.map((name, at) => [name, weights[at] ?? 0])) }
}

export function shuffle<T>(list: T[], next: () => number): void {
  for (let at = list.length - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1))
    const [one, two] = [list[at], list[other]]
    if (one === undefined || two === undefined) continue
    list[at] = two
    list[other] = one
  }
}

/** Mulberry32: the same seed, the same numbers, between 0 and 1. */
export function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
