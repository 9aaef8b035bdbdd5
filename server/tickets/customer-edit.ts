import type { Refusal } from './ticket.ts'

type Known = { visitor: boolean; shopId: string | null }

/**
 * D-1: may an agent call a customer by another name? What the shop vouches for is the shop's to change, and a Messenger
 * visitor is nobody's record (T-6). Null means yes. What the team writes about somebody is always theirs.
 */
export function mayRename({ visitor, shopId }: Known): Refusal | null {
  return visitor || shopId !== null ? { refused: 'not_ours' } : null
}
