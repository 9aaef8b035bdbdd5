import { limits } from '../protocol/limits.ts'
import { points } from '../protocol/text.ts'

/** Longer than anybody may write here: what no channel should bring is cut rather than lost. */
export function kept(text: string): string {
  return points(text) <= limits.textPoints ? text : Array.from(text).slice(0, limits.textPoints).join('')
}
