/** What was found in a message and how much there is of it. */
export type Counted = { name: string; value: number }
/** What messages have taught: a sum to begin with, and what each thing adds to it. */
export type Weights = { bias: number; of: ReadonlyMap<string, number> }
/** What one thing added to a sum. */
export type Part = { name: string; weight: number }

/** Adds up what was found: over 0 speaks for it. Every part of the sum can be shown (S-8). */
export function weigh({ bias, of }: Weights, counted: readonly Counted[]): { sum: number; parts: Part[] } {
  const parts: Part[] = []
  let sum = bias
  for (const { name, value } of counted) {
    const weight = (of.get(name) ?? 0) * value
    if (weight === 0) continue
    parts.push({ name, weight })
    sum += weight
  }
  return { sum, parts }
}

/** Weights as a data file keeps them: `name hundredths` in turn, so that thousands of them are one short line. */
export type Packed = { bias: number; weights: string }

export function unpacked({ bias, weights }: Packed): Weights {
  const of = new Map<string, number>()
  const all = weights.split(' ')
  for (let at = 0; at + 1 < all.length; at += 2) of.set(all[at] ?? '', Number(all[at + 1]) / 100)
  return { bias, of }
}

/** What weighs next to nothing is left out. */
export function packed({ bias, of }: Weights): Packed {
  const telling = [...of].map(([name, weight]): [string, number] => [name, Math.round(weight * 100)])
  const kept = telling.filter(([, weight]) => Math.abs(weight) >= 4).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return { bias: Math.round(bias * 100) / 100, weights: kept.flat().join(' ') }
}
