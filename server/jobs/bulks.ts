import type { Desk } from '../desk/desk.ts'
import { runBulks } from '../desk/run-bulks.ts'
import { again, type Sweep } from './again.ts'

/** Does to many tickets at once what an agent asked for, apart from everything else that pages ask. */
export function startBulks(desk: Desk): Sweep {
  return again(desk, 'bulks', 1_000, () => runBulks(desk))
}
