import './customer-edit.css'
import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { CustomerCard } from '../../protocol/ticket.ts'
import { useScreen } from '../desk-screen.ts'
import { usePage, useWords } from '../page.ts'
import { Icon } from '../parts/icon.tsx'
import { NameField } from '../parts/name-field.tsx'

/** D-1: the name, changed where it stands; what the shop vouches for is the shop's, and says so. */
export function CustomerName({ customer }: { customer: CustomerCard }) {
  const { customerEdit: said } = useWords()
  const page = usePage()
  const { desk } = useScreen()
  const editing = useSignal(false)
  const again = useRef<HTMLButtonElement>(null)
  const keep = async (name: string) => {
    if (await desk.done(desk.link.ask('customer.edit', { customer: customer.id, name }))) page.toasts.say(said.saved)
  }
  const leave = () => {
    editing.value = false
    requestAnimationFrame(() => again.current?.focus())
  }
  if (editing.value)
    return (
      <NameField
        kind="input customer-name"
        name={customer.name}
        label={said.name}
        most={80}
        onName={(name) => void keep(name)}
        onLeave={leave}
      />
    )
  const ours = customer.shopId === null && customer.visitor === null
  return (
    <span class="customer-name">
      <bdi class="name cut">{customer.name}</bdi>
      {ours ? (
        <button
          ref={again}
          type="button"
          class="button icon-only small"
          aria-label={said.rename}
          title={said.rename}
          onClick={() => {
            editing.value = true
          }}
        >
          <Icon name="pencil" small />
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
