import { seededCustomers } from '../seeds/customers.ts'
import type { PhoneChannel } from './brand.ts'

export type Person = {
  id: string
  name: string
  /** Who they are to the shop, in a few words. */
  about: string
  email: string
  phone: string
  /** At Meta: a number without its plus, the business-scoped id beside it, and one id each of Instagram and Messenger. */
  waId: string
  waUserId: string
  igsid: string
  igName: string
  psid: string
}

const person = (
  at: number,
  known: Pick<Person, 'id' | 'name' | 'about' | 'email'> & { phone: string | null },
): Person => {
  // Where the seed has no number: the range that Germany keeps free for fiction.
  const phone = known.phone ?? `+4930231251${20 + at}`
  return {
    ...known,
    phone,
    waId: phone.slice(1),
    waUserId: `DE.${1_349_120_865_530_200 + at}`,
    igsid: String(900_100_200_300_400 + at),
    igName: known.email.slice(0, known.email.indexOf('@')).replaceAll('.', '_'),
    psid: String(24_400_000_000_000_000n + BigInt(at)),
  }
}

/** The demo store's customers, and somebody it does not know. */
export const people: readonly Person[] = [
  ...seededCustomers(0).map(({ id, name, email, phone, home }) => ({ id, name, email, phone, about: home ?? '' })),
  { id: 'stranger', name: 'A stranger', email: 'someone@elsewhere.example', phone: null, about: 'no customer yet' },
].map((known, at) => person(at + 1, known))

/** Rejects an id of nobody: the caller's mistake. */
export const personOf = (id: string): Person => {
  const found = people.find((one) => one.id === id)
  if (!found) throw new Error(`nobody here is called ${id}; there are ${people.map((one) => one.id).join(', ')}`)
  return found
}

export const byPhone = (number: string): Person | undefined => people.find(({ phone }) => phone === number)
export const byMail = (address: string): Person | undefined =>
  people.find(({ email }) => email === address.trim().toLowerCase())

/** By the id that Meta knows them by on a channel. */
export const byMetaId = (channel: Exclude<PhoneChannel, 'sms'>, id: string): Person | undefined =>
  people.find((one) =>
    channel === 'whatsapp'
      ? one.waId === id.replace(/^\+/, '') || one.waUserId === id
      : (channel === 'instagram' ? one.igsid : one.psid) === id,
  )
