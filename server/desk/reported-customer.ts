import type { AddressKind } from '../protocol/channel.ts'
import type { Recipient } from '../protocol/marketing.ts'
import { type CustomerRecord, customerOfShop, findCustomerOfShop, lockCustomer } from '../store/customers.ts'
import { customerOfNames, type KnownAs } from '../store/identities.ts'
import type { Work } from './desk.ts'

/** The customer whom the shop speaks of, locked: by the shop's id, else by the address, which makes one of somebody new. */
export async function reportedCustomer(w: Work, to: Recipient): Promise<CustomerRecord | null> {
  if (to.customer !== undefined) {
    const id =
      (await findCustomerOfShop(w.tx, to.customer))?.id ??
      (await customerOfShop(
        w.tx,
        {
          shopId: to.customer,
          email: to.email?.toLowerCase() ?? null,
          name: to.name ?? null,
          phone: to.phone ?? null,
          locale: null,
          segments: null,
        },
        w.desk.secrets.derivedId('customer', to.customer),
        w.now,
      ))
    return (await lockCustomer(w.tx, id)) ?? null
  }
  const address = (kind: AddressKind, value: string | undefined): KnownAs[] =>
    value === undefined ? [] : [{ kind, value }]
  const [first, ...others] = [...address('email', to.email?.toLowerCase()), ...address('phone', to.phone)]
  if (first === undefined) return null
  return customerOfNames(w.tx, {
    names: [first, ...others],
    name: to.name ?? null,
    newId: w.desk.secrets.derivedId('customer', `${first.kind} ${first.value}`),
    at: w.now,
    visitor: false,
  })
}
