import type { Role } from '../protocol/role.ts'
import { may } from './roles.ts'
import type { Refusal } from './ticket.ts'

type By = { id: string; role: Role }
type View = { memberId: string; shared: boolean }

/** S-5: shared ones are everybody's, a private one is seen by its owner only. */
export function seesView(by: By, view: View): boolean {
  return view.shared || view.memberId === by.id
}

/**
 * S-5, D-7: may `by` make the view what it `becomes` (null: delete it)? `is` is null for a new one. What is shared, or
 * becomes so, is for manager and up; one's own are one's own. Null means yes.
 */
export function mayChangeView(by: By, is: View | null, becomes: { shared: boolean } | null): Refusal | null {
  if (is !== null && !seesView(by, is)) return { refused: 'not_found' }
  const shared = is?.shared === true || becomes?.shared === true
  return shared && !may(by.role, 'shared_views') ? { refused: 'forbidden' } : null
}

/** Whose it is then: what is shared no longer belongs to whoever took it back. */
export function ownerOf(by: By, is: View | null, becomes: { shared: boolean }): string {
  return is === null || (is.shared && !becomes.shared) ? by.id : is.memberId
}
