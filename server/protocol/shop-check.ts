import { z } from 'zod'

/** What can be wrong with a shop's token (W-1), as the desk tells a merchant. */
export const tokenTroubles = [
  'token_expired',
  'token_ahead',
  'token_too_long',
  'token_audience',
  'token_signature',
  'token_algorithm',
  'token_claims',
  'token_malformed',
] as const
export type TokenTrouble = (typeof tokenTroubles)[number]

/** What "Check my shop" looks at, in the order in which it has to be right. */
export const shopChecks = ['hub', 'chat', 'origin', 'https', 'page', 'script', 'policy', 'seen', 'token'] as const
export type ShopCheck = (typeof shopChecks)[number]

/** Everything that a check may find; the page has a sentence for each, and a remedy where there is one. */
export const findingCodes = [
  'hub_on',
  'hub_off',
  'chat_on',
  'chat_off',
  'origin_allowed',
  'origin_near', // another spelling of it is
  'origin_missing',
  'https_fits',
  'https_missing', // the shop is https, the desk is not
  'page_answers',
  'page_not_asked', // its origin is not one of the shop's
  'page_elsewhere', // it sends visitors on to an origin that is not one of the shop's
  'page_circles',
  'page_private', // it lies where the desk does not look (S11)
  'page_unknown_name',
  'page_unreachable',
  'page_status',
  'page_locked',
  'page_no_html',
  'page_too_large',
  'script_found',
  'script_inserted', // not in the page's text, but it is loaded there
  'script_missing',
  'script_other_address',
  'script_not_run', // its type says that it is no script
  'script_unknown',
  'policy_none',
  'policy_allows',
  'policy_refuses',
  'policy_unknown',
  'seen_lately',
  'seen_before',
  'seen_never',
  'token_accepted',
  'token_none',
  ...tokenTroubles,
] as const
export type FindingCode = (typeof findingCodes)[number]

/** `open`: it could not be told, or nobody can say yet. `detail` is an address, a number or a line to be added. */
export const shopFinding = z.object({
  check: z.enum(shopChecks),
  state: z.enum(['good', 'bad', 'open']),
  code: z.enum(findingCodes),
  detail: z.string().max(1_000),
  at: z.int().nullable(),
})
export type ShopFinding = z.infer<typeof shopFinding>

export const shopCheckAsk = z.object({ page: z.url({ protocol: /^https?$/ }).max(500) })
export const shopChecked = z.object({ findings: z.array(shopFinding) })

/** What the Install page fills in. */
export const installation = z.object({
  deskUrl: z.string(),
  shopId: z.string(),
  /** The shop's name at Shopify, where its app proxy is set up. */
  shopify: z.string().nullable(),
  storefronts: z.array(z.string()),
})
export type Installation = z.infer<typeof installation>
