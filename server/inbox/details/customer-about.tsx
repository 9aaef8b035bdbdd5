import './customer-edit.css'
import { useSignal } from '@preact/signals'
import { useEffect, useId } from 'preact/hooks'
import { limits } from '../../protocol/limits.ts'
import type { CustomerCard } from '../../protocol/ticket.ts'
import { useScreen } from '../desk-screen.ts'
import { usePage, useWords } from '../page.ts'

/** D-1: what the team knows of somebody, in its own words; kept when the field is left. */
export function CustomerAbout({ customer }: { customer: CustomerCard }) {
  const { customerEdit: said } = useWords()
  const page = usePage()
  const { desk } = useScreen()
  const id = useId()
  const typed = useSignal<string | null>(null)
  // What a colleague wrote meanwhile is shown, unless somebody is writing here.
  useEffect(() => {
    typed.value = null
  }, [customer.id, typed])
  const keep = async () => {
    const about = typed.peek()
    if (about === null || about === customer.about) return
    if (!(await desk.done(desk.link.ask('customer.edit', { customer: customer.id, about })))) return
    typed.value = null
    page.toasts.say(said.saved)
  }
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
        value={typed.value ?? customer.about}
        onInput={(event) => {
          typed.value = event.currentTarget.value
        }}
        onBlur={() => void keep()}
      />
    </div>
  )
}
