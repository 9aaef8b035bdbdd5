import './customer-edit.css'
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { CustomerCard } from '../../protocol/ticket.ts'
import { useScreen } from '../desk-screen.ts'
import { usePage, useWords } from '../page.ts'
import { Icon } from '../parts/icon.tsx'

/** D-1: the name, changed where it stands; what the shop vouches for is the shop's, and says so. */
export function CustomerName({ customer }: { customer: CustomerCard }) {
  const { customerEdit: said } = useWords()
  const page = usePage()
  const { desk } = useScreen()
  const typed = useSignal<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const editing = typed.value !== null
  useEffect(() => {
    if (editing) field.current?.select()
  }, [editing])
  const keep = async () => {
    const name = (typed.peek() ?? '').replace(/\s+/g, ' ').trim()
    typed.value = null
    if (name === '' || name === customer.name) return
    if (await desk.done(desk.link.ask('customer.edit', { customer: customer.id, name }))) page.toasts.say(said.saved)
  }
  if (typed.value !== null)
    return (
      <input
        ref={field}
        class="input customer-name"
        aria-label={said.name}
        maxLength={80}
        value={typed.value}
        onInput={(event) => {
          typed.value = event.currentTarget.value
        }}
        onKeyDown={(event) => {
          if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
          event.preventDefault()
          event.stopPropagation()
          if (event.key === 'Escape') typed.value = null
          else void keep()
        }}
        onBlur={() => {
          if (typed.peek() !== null) void keep()
        }}
      />
    )
  const ours = customer.shopId === null && customer.visitor === null
  return (
    <span class="customer-name">
      <bdi class="name cut">{customer.name}</bdi>
      {ours ? (
        <button
          type="button"
          class="button icon-only small"
          aria-label={said.rename}
          title={said.rename}
          onClick={() => {
            typed.value = customer.name
          }}
        >
          <Icon name="pen" small />
        </button>
      ) : (
        customer.shopId !== null && (
          <span class="text-3" role="img" aria-label={said.ofShop} title={said.ofShop}>
            <Icon name="lock" small />
          </span>
        )
      )}
    </span>
  )
}
