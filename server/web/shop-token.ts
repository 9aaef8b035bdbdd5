import { errors, jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import type { TokenTrouble } from '../protocol/shop-check.ts'
import { distinct, segmentNames } from '../protocol/routing.ts'
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
  segments: segmentNames.optional().catch(undefined),
})

const longest = 15 * 60

/** A shopper as the shop's server vouches for them, until `expiresAt` (epoch milliseconds, real time). */
export type Vouched = { identity: ShopIdentity; expiresAt: number }

/** What a token is good for: somebody the shop vouches for, or why not. `seconds` says by how much its time is wrong. */
export type Judged = { vouched: Vouched } | { trouble: TokenTrouble | 'token_missing'; seconds: number | null }

/**
 * Checks a shop's token (W-1, DESIGN 7): HS256 with the shop secret and nothing else, for this shop, not older than
 * 15 minutes. Undefined for anything that is not wholly right.
 */
export async function verifyShopToken(
  token: unknown,
  shop: { id: string; secret: string },
  now: number,
): Promise<Vouched | undefined> {
  const judged = await judgeShopToken(token, shop, now)
  return 'vouched' in judged ? judged.vouched : undefined
}

/** The same, with the reason: for the merchant who sets the shop up, never for the page that showed the token. */
export async function judgeShopToken(
  token: unknown,
  shop: { id: string; secret: string },
  now: number,
): Promise<Judged> {
  if (token === undefined || token === null || token === '') return trouble('token_missing')
  if (typeof token !== 'string' || token.length > 4_000) return trouble('token_malformed')
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
    if (!parsed.success) return trouble('token_claims')
    if (parsed.data.exp - parsed.data.iat > longest) return trouble('token_too_long')
    const { sub, email, name, phone, locale, segments, exp } = parsed.data
    const identity = {
      shopId: sub,
      email: email ?? null,
      name: name ?? null,
      phone: phone ?? null,
      locale: locale ?? null,
      segments: segments === undefined ? null : distinct(segments),
    }
    return { vouched: { identity, expiresAt: exp * 1000 } }
  } catch (error) {
    if (error instanceof errors.JOSEError) return whyNot(error, now)
    throw error
  }
}

const trouble = (why: TokenTrouble | 'token_missing', seconds: number | null = null): Judged => ({
  trouble: why,
  seconds,
})

function whyNot(error: errors.JOSEError, now: number): Judged {
  const since = (moment: unknown) => (typeof moment === 'number' ? Math.round(now / 1000 - moment) : null)
  if (error instanceof errors.JWTExpired) {
    // Its own end has not come, and still it is too old.
    return error.claim === 'exp' ? trouble('token_expired', since(error.payload.exp)) : trouble('token_too_long')
  }
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === 'aud') return trouble('token_audience')
    const early = error.reason === 'check_failed' && (error.claim === 'iat' || error.claim === 'nbf')
    const ahead = since(error.payload[error.claim])
    return early && ahead !== null ? trouble('token_ahead', -ahead) : trouble('token_claims')
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) return trouble('token_signature')
  if (error instanceof errors.JOSEAlgNotAllowed) return trouble('token_algorithm')
  return trouble('token_malformed')
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
