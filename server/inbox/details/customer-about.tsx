import './customer-edit.css'
import { useSignal } from '@preact/signals'
import { useEffect, useId, useRef } from 'preact/hooks'
import { limits } from '../../protocol/limits.ts'
import type { CustomerCard } from '../../protocol/ticket.ts'
import { useScreen } from '../desk-screen.ts'
import { sayRefused, usePage, useWords } from '../page.ts'
import { catchFocus } from '../parts/lost-focus.ts'

/** `knew`: what stood there when the writing began. */
type Typed = { text: string; knew: string }

/** D-1: what the team knows of somebody, in its own words; kept when the field is left, in whatever way. */
export function CustomerAbout({ customer }: { customer: CustomerCard }) {
  const { customerEdit: said } = useWords()
  const page = usePage()
  const { desk } = useScreen()
  const id = useId()
  const typed = useSignal<Typed | null>(null)
  const { about } = customer
  const now = typed.value
  const theirs = now !== null && now.knew !== about && now.text !== about
  const keep = async () => {
    const written = typed.peek()
    if (written === null) return
    const { text, knew } = written
    const answer =
      text === knew ? null : await desk.link.ask('customer.edit', { customer: customer.id, about: text, knew })
    // Of a colleague's words the page has heard, or hears next: they stand below.
    if (answer?.ok === false) return answer.code === 'conflict' ? undefined : sayRefused(page, answer)
    if (typed.peek() === written) typed.value = null
    if (answer !== null) page.toasts.say(said.saved)
  }
  const leaving = useRef(keep)
  leaving.current = keep
  useEffect(() => {
    const leave = () => void leaving.current()
    addEventListener('pagehide', leave)
    return () => {
      removeEventListener('pagehide', leave)
      leave()
    }
  }, [])
  return (
    <div class="about">
      <label class="text-3 small-text" for={id}>
        {said.about}
      </label>
      <textarea
        id={id}
        class="input"
        rows={2}
        maxLength={limits.about}
        placeholder={said.aboutHint}
        value={now?.text ?? about}
        aria-describedby={theirs ? `${id}-theirs` : undefined}
        onInput={({ currentTarget: { value: text } }) => {
          typed.value = { text, knew: typed.peek()?.knew ?? about }
        }}
        onBlur={() => void keep()}
      />
      {theirs && (
        <div class="theirs small-text" id={`${id}-theirs`} role="status">
          <p>{said.theirs}</p>
          <blockquote dir="auto">{about}</blockquote>
          <button
            type="button"
            class="button line small"
            onClick={({ currentTarget }) => {
              toField(currentTarget)
              typed.value = { text: now.text, knew: about }
              void keep()
            }}
          >
            {said.saveMine}
          </button>
          <button
            type="button"
            class="button line small"
            onClick={({ currentTarget }) => {
              toField(currentTarget)
              typed.value = null
            }}
          >
            {said.takeTheirs}
          </button>
        </div>
      )}
    </div>
  )
}

/** The question goes, and the button with it. */
const toField = (button: Element) => catchFocus(button.closest('.about'), 'textarea')
