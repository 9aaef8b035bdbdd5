import { useScreen } from '../desk-screen.ts'
import { useWords } from '../page.ts'
import { Icon } from '../parts/icon.tsx'

/** Something of mine that is not sent waits in this ticket; nobody else sees it. */
export function DraftMark({ ticket }: { ticket: string }) {
  const { composing } = useWords()
  const { drafts } = useScreen().desk
  if (!drafts.tickets.value.has(ticket)) return null
  return (
    <span class="draft-mark" role="img" aria-label={composing.draft} title={composing.draft}>
      <Icon name="pencil" small />
    </span>
  )
}
