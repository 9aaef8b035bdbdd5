import type { Customer, Records } from './records.ts'
import { seededIds } from './seeds/customers.ts'

/** The demo customers that the sign-in page offers. */
export const demoCustomers = (records: Records): readonly Customer[] =>
  seededIds.flatMap((id) => records.customers[id] ?? [])

const sameAddress = (email: string): string => email.normalize('NFC').toLowerCase()

/** The customer with this email, made with the given name if there is none yet. */
export const customerByEmail = (records: Records, name: string, email: string, now: number): Customer => {
  const known = Object.values(records.customers).find((customer) => sameAddress(customer.email) === sameAddress(email))
  if (known) return known
  const customer: Customer = {
    id: `tw-${records.nextCustomer}`,
    name,
    email,
    phone: null,
    speaks: null,
    home: null,
    since: now,
    address: null,
    basket: [],
  }
  records.nextCustomer += 1
  records.customers[customer.id] = customer
  return customer
}

/** How we greet: the first word of a name. */
export const firstName = (customer: Customer): string => customer.name.split(' ')[0] ?? customer.name
