import { browserWorld } from '../../../widget/thread/world.ts'
import type { Macro } from '../../protocol/macro.ts'
import type { Role } from '../../protocol/role.ts'

/** D-7: manager and up share macros; the desk holds to it whatever the page offers. */
export function mayShare(role: Role): boolean {
  return role !== 'support'
}

export function mayEdit({ shared }: Pick<Macro, 'shared'>, role: Role): boolean {
  return !shared || mayShare(role)
}

/** One that is not saved yet; whoever may share it most likely wants to. */
export function freshMacro(role: Role): Macro {
  return {
    id: browserWorld().newId(),
    shared: mayShare(role),
    category: '',
    name: '',
    text: '',
    actions: [],
    version: 0,
  }
}
