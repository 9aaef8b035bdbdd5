import { SignJWT } from 'jose'
import type { Customer } from './records.ts'

const lifetime = 10 * 60

/** Tells the Customer Hub who is signed in here. Valid for ten minutes from `now` (ms). */
export const identityToken = (customer: Customer, shopId: string, shopSecret: string, now: number): Promise<string> => {
  const issued = Math.floor(now / 1000)
  const { email, name, phone } = customer
  return new SignJWT({ email, name, ...(phone === null ? {} : { phone }) })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setSubject(customer.id)
    .setAudience(shopId)
    .setIssuedAt(issued)
    .setExpirationTime(issued + lifetime)
    .sign(new TextEncoder().encode(shopSecret))
}
