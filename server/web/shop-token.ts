import { errors, jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import { storable } from '../protocol/text.ts'
import type { ShopIdentity } from '../store/customers.ts'

const claims = z.object({
  // Who it is must be stored to the letter, or two might become one.
  sub: z
    .string()
    .min(1)
    .max(200)
    .refine((sub) => storable(sub) === sub),
  iat: z.int(),
  exp: z.int(),
  email: z.string().trim().toLowerCase().pipe(z.email().max(254)).optional().catch(undefined),
  name: z.string().transform(storable).pipe(z.string().trim().min(1).max(120)).optional().catch(undefined),
  phone: z
    .string()
    .trim()
    .regex(/^\+[1-9]\d{6,14}$/)
    .optional()
    .catch(undefined),
  locale: z
    .string()
    .regex(/^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/)
    .optional()
    .catch(undefined),
})

const longest = 15 * 60

/** A shopper as the shop's server vouches for them, until `expiresAt` (epoch milliseconds, real time). */
export type Vouched = { identity: ShopIdentity; expiresAt: number }

/**
 * Checks a shop's token (W-1, DESIGN 7): HS256 with the shop secret and nothing else, for this shop, not older than
 * 15 minutes. Undefined for anything that is not wholly right.
 */
export async function verifyShopToken(
  token: unknown,
  shop: { id: string; secret: string },
  now: number,
): Promise<Vouched | undefined> {
  if (typeof token !== 'string' || token.length > 4_000) return undefined
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(shop.secret), {
      algorithms: ['HS256'],
      audience: shop.id,
      requiredClaims: ['sub', 'iat', 'exp'],
      maxTokenAge: longest,
      clockTolerance: 5,
      currentDate: new Date(now),
    })
    const parsed = claims.safeParse(payload)
    if (!parsed.success || parsed.data.exp - parsed.data.iat > longest) return undefined
    const { sub, email, name, phone, locale, exp } = parsed.data
    return {
      identity: {
        shopId: sub,
        email: email ?? null,
        name: name ?? null,
        phone: phone ?? null,
        locale: locale ?? null,
      },
      expiresAt: exp * 1000,
    }
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined
    throw error
  }
}

/** How long a token is good for that we sign ourselves: a page asks for another one well before it ends. */
const ours = 10 * 60

/** The token of a shopper for whom a platform has vouched to us, as the shop's own server would sign it. */
export function signShopToken(sub: string, shop: { id: string; secret: string }, now: number): Promise<string> {
  const issued = Math.floor(now / 1000)
  return new SignJWT()
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setSubject(sub)
    .setAudience(shop.id)
    .setIssuedAt(issued)
    .setExpirationTime(issued + ours)
    .sign(new TextEncoder().encode(shop.secret))
}
