import { useScreen } from '../desk-screen.ts'
import { useWords } from '../page.ts'
import { Icon } from '../parts/icon.tsx'
import { joined } from '../macros/actions.ts'
import { carriedBy } from './carried.ts'
import { catchFocus } from '../parts/lost-focus.ts'
import type { Conversation } from './conversation.ts'
import { crossedBy } from './crossing.ts'
import type { Draft } from './drafts.ts'

type Props = { conversation: Conversation; draft: Draft; onEdit: () => void }

/** replies that the desk held back because a colleague's was quicker. Their writer says what becomes of each. */
export function CrossedReplies({ conversation, draft, onEdit }: Props) {
  const { answering, composing, thread } = useWords()
  const me = useScreen().desk.me.value.id
  const { outbox } = conversation
  const held = outbox.items.value.filter((item) => item.state === 'failed' && item.code === 'crossed')
  return held.map(({ id, text, via }) => {
    const carried = carriedBy(via)
    const crossing = crossedBy(conversation.thread.events.value, carried.knew ?? 0, me)
    const names = [...new Set(crossing.map(({ name }) => name ?? ''))]
    const answered = crossing.at(-1)
    return (
      <div key={id} class="banner warn crossing" role="alert">
        <Icon name="warning" small />
        <div>
          <p>
            {names.length > 0 ? composing.crossed(names.join(', '), names.length) : composing.crossedSomebody}{' '}
            {answered && <q class="clipped">{answered.text}</q>}
          </p>
          <p>
            {composing.notSent} <q class="clipped">{text}</q>
          </p>
          <p class="again">
            <button
              type="button"
              class="link"
              onClick={(event) => {
                toField(event.currentTarget)
                outbox.discard(id)
                // All that stands on the screen is known now; what comes meanwhile asks again.
                outbox.add(text, { ...carried, knew: conversation.thread.last.peek() })
              }}
            >
              {answering.sendAnyway}
            </button>
            <button
              type="button"
              class="link"
              onClick={() => {
                const begun = draft.text.peek()
                outbox.discard(id)
                draft.write(begun === '' ? text : `${text}\n\n${begun}`, carried.knew ?? 0)
                draft.act(joined(draft.actions.peek(), carried.actions ?? []))
                onEdit()
              }}
            >
              {composing.edit}
            </button>
            <button
              type="button"
              class="link"
              onClick={(event) => {
                toField(event.currentTarget)
                outbox.discard(id)
              }}
            >
              {thread.discard}
            </button>
          </p>
        </div>
      </div>
    )
  })
}

/** Its line goes, and the button with it. */
const toField = (button: Element) => catchFocus(button.closest('.dock'), 'textarea')
