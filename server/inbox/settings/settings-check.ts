import { looksLikeEmail } from '../door/fields.tsx'
import { settings as shape, type Settings } from '../../protocol/settings.ts'

/** Why a field cannot be saved as it stands; the server says the same, this says it while one types. */
export type FieldProblem = 'missing' | 'url' | 'origin' | 'colour' | 'mail' | 'forward' | 'invalid'

/** Problems by the path of their field. Office hours are not judged here: the server's preview does that. */
export function fieldProblems(draft: Settings): Map<string, FieldProblem> {
  const problems = new Map<string, FieldProblem>()
  const parsed = shape.safeParse(draft)
  if (parsed.success) return problems
  for (const issue of parsed.error.issues) {
    const path = issue.path.join('.')
    problems.set(path, kindOf(path, draft))
  }
  return problems
}

function kindOf(path: string, draft: Settings): FieldProblem {
  if (path === 'general.shopName') return draft.general.shopName.trim() ? 'invalid' : 'missing'
  if (path === 'general.privacyUrl' || path === 'general.termsUrl' || path === 'hub.signInUrl') return 'url'
  if (path === 'general.brandColour') return 'colour'
  if (path.startsWith('general.storefronts.')) return 'origin'
  const mailbox = /^email\.mailboxes\.(\d+)\.(address|forwardsTo)$/.exec(path)
  if (mailbox) {
    const { address = '', forwardsTo = '' } = draft.email.mailboxes[Number(mailbox[1])] ?? {}
    if (mailbox[2] === 'address') return address.trim() ? 'mail' : 'missing'
    return !forwardsTo.trim() ? 'missing' : looksLikeEmail(forwardsTo) ? 'forward' : 'mail'
  }
  if (path === 'email.helpAddress' || path === 'webChat.followUpFrom' || path.startsWith('general.notify.'))
    return 'mail'
  return path.endsWith('.date') ? 'missing' : 'invalid'
}
