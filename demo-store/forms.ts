import { z } from 'zod'
import { countries } from './shop.ts'

/** Strips what no keyboard types on purpose, folds runs of blanks, trims. */
const tidy = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cs}\u200b\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()

const words = (most: number, missing: string): z.ZodType<string> =>
  z
    .string(missing)
    .max(most * 4, 'That is too long.')
    .transform(tidy)
    .pipe(z.string().min(1, missing).max(most, `Please use at most ${most} characters.`))

const anything = (most: number): z.ZodType<string> =>
  z
    .string()
    .default('')
    .transform(tidy)
    .pipe(z.string().max(most, `Please use at most ${most} characters.`))

const email = words(200, 'Enter your email address.').pipe(z.email('Enter an email address like name@letters.example.'))

/** Digits with a leading plus, as telephones of all countries understand; empty is allowed. */
const phone = anything(40).transform((text, context): string | null => {
  if (text === '') return null
  const digits = text.replace(/[\s().\-/]/g, '').replace(/^00/, '+')
  if (/^\+[1-9]\d{6,14}$/.test(digits)) return digits
  context.addIssue({ code: 'custom', message: 'Enter the number with its country code, like +33 4 65 71 00 42.' })
  return z.NEVER
})

export const newCustomerForm = z.object({ name: words(80, 'Enter your name.'), email })

export const addressForm = z.object({
  name: words(80, 'Enter the name on the parcel.'),
  street: words(120, 'Enter a street and number.'),
  more: anything(120),
  postcode: words(16, 'Enter a postcode.'),
  city: words(80, 'Enter a town or city.'),
  country: z
    .string('Choose a country.')
    .refine((code) => Object.hasOwn(countries, code), 'Choose a country we deliver to.'),
  phone,
  note: anything(300),
  payment: z.literal('invoice', 'Choose how you would like to pay.'),
  attempt: z.uuid('Please open the checkout again.'),
})

export const lineForm = z.object({ sku: z.string().max(80), quantity: z.coerce.number().int().min(0).max(99) })

export const choiceForm = z.object({
  slug: z.string().max(60),
  finish: z.string().max(20),
  size: z.string().max(20),
  quantity: z.coerce.number().int().min(1).max(99).default(1),
})

/** The first complaint about each field, by its name. */
export const complaints = (error: z.ZodError): Readonly<Record<string, string>> => {
  const found: Record<string, string> = {}
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? 'form')
    found[field] ??= issue.message
  }
  return found
}

/** What was typed, to be shown again: strings only, cut to a length that fits a field. */
export const typed = (body: unknown): Readonly<Record<string, string>> => {
  if (typeof body !== 'object' || body === null) return {}
  return Object.fromEntries(
    Object.entries(body).flatMap(([field, value]) => (typeof value === 'string' ? [[field, value.slice(0, 400)]] : [])),
  )
}

/** A path of this shop to go to after signing in; anything else becomes the account page. */
export const ownPath = (text: unknown): string =>
  typeof text === 'string' && /^\/(?![/\\])[\w\-./?=&%]{0,200}$/.test(text) ? text : '/account'
