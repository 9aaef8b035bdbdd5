/** One line of the speed table: what was measured, and whether it reaches its target. */
export type Row = {
  id: string
  what: string
  target: string
  measured: string
  met: boolean
  /** Every single measurement, in the order in which they were taken. */
  rounds: Record<string, number[]>
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = sorted[Math.floor(sorted.length / 2)]
  if (middle === undefined) throw new Error('a median of nothing')
  return middle
}

export function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(2)} KB`
}
