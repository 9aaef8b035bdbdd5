import { z } from 'zod'

const yes = z.stringbool().default(false)
const port = z.coerce.number().int().min(0).max(65_535)
const secret = z.string().min(32, 'must be at least 32 characters')

const environment = z.object({
  NODE_ENV: z.string().default('development'),
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(3000),
  DATABASE_URL: z.string().optional(),
  DATA_DIR: z.string().default('./data'),
  DIST_DIR: z.string().default('./dist'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  APP_SECRET: secret,
  SHOP_ID: z.string().min(1).default('shop'),
  SHOP_SECRET: secret,
  SHOPIFY_APP_SECRET: secret.optional(),
  SHOPIFY_SHOP: z
    .string()
    .toLowerCase()
    .regex(/^[a-z0-9][a-z0-9-]*\.myshopify\.com$/, 'must be the shop’s name at Shopify, as in my-shop.myshopify.com')
    .optional(),
  /** How many proxies of yours stand before the desk: whose X-Forwarded-For is believed. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  METRICS_TOKEN: secret.optional(),
  API_TOKEN: secret.optional(),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  TEST_CLOCK: yes,
  DEMO: yes,
  STORE_URL: z.url().optional(),
  SANDBOX_SECRET: secret.optional(),
  HOOKS_URL: z.url({ protocol: /^https?$/ }).optional(),
  TWILIO_API_URL: z.url({ protocol: /^https?$/ }).default('https://api.twilio.com'),
  META_GRAPH_URL: z.url({ protocol: /^https?$/ }).default('https://graph.facebook.com'),
  META_GRAPH_VERSION: z
    .string()
    .regex(/^v\d+\.\d+$/)
    .default('v25.0'),
  SMTP_HOST: z.string().default('127.0.0.1'),
  SMTP_PORT: port.optional(),
  SMTP_RELAY_URL: z.url({ protocol: /^smtps?$/ }).optional(),
})

/** Where the providers stand; the sandbox in a demo and in tests. */
export type Providers = {
  twilioUrl: string
  metaUrl: string
  metaVersion: string
  /** Any SMTP relay, as `smtp://user:password@host:port`; null: mail cannot leave. */
  relayUrl: string | null
}

export type Config = {
  production: boolean
  host: string
  port: number
  databaseUrl: string | null
  dataDir: string
  distDir: string
  /** Where browsers reach the desk; null: wherever it happens to listen. */
  publicUrl: string | null
  appSecret: string
  shopId: string
  shopSecret: string
  /** Whose app proxy may ask who is signed in, and what it signs with; null: this is no shop of Shopify's. */
  shopify: { shop: string; secret: string } | null
  trustedProxies: number
  metricsToken: string | null
  /** With it the shop's own systems may report to /api/shop; null: nobody may. */
  apiToken: string | null
  logLevel: string
  testClock: boolean
  /** Where providers reach the desk, when that is not `publicUrl`. */
  hooksUrl: string | null
  providers: Providers
  /** Where the desk takes mail in; null: nowhere. */
  smtp: { host: string; port: number } | null
  /** The demo store's origin, when this is the demo installation. */
  demoStore: string | null
  /** What the demo's carriers sign with; null outside of a demo. */
  sandboxSecret: string | null
}

/** A setting in the environment that cannot be used, said in words. */
export class ConfigProblem extends Error {}

/** Reads the environment, once, at the start. Throws ConfigProblem naming every variable that is wrong. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const parsed = environment.safeParse(env)
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new ConfigProblem(`These settings cannot be used (see .env.example):\n${wrong.join('\n')}`)
  }
  const value = parsed.data
  const production = value.NODE_ENV === 'production'
  if (production && value.TEST_CLOCK) throw new ConfigProblem('TEST_CLOCK is for tests: not with NODE_ENV=production.')
  if (production && value.PUBLIC_URL === undefined) {
    throw new ConfigProblem('PUBLIC_URL is missing: where do browsers reach the desk? (https://desk.example.com)')
  }
  const { SHOPIFY_SHOP, SHOPIFY_APP_SECRET } = value
  if ((SHOPIFY_SHOP === undefined) !== (SHOPIFY_APP_SECRET === undefined)) {
    throw new ConfigProblem('SHOPIFY_SHOP and SHOPIFY_APP_SECRET belong together: set both, or neither.')
  }
  if (production && value.DEMO) throw new ConfigProblem('DEMO is for trying out: not with NODE_ENV=production.')
  return {
    production,
    host: value.HOST,
    port: value.PORT,
    databaseUrl: value.DATABASE_URL ?? null,
    dataDir: value.DATA_DIR,
    distDir: value.DIST_DIR,
    publicUrl: value.PUBLIC_URL === undefined ? null : new URL(value.PUBLIC_URL).origin,
    appSecret: value.APP_SECRET,
    shopId: value.SHOP_ID,
    shopSecret: value.SHOP_SECRET,
    shopify:
      SHOPIFY_SHOP === undefined || SHOPIFY_APP_SECRET === undefined
        ? null
        : { shop: SHOPIFY_SHOP, secret: SHOPIFY_APP_SECRET },
    trustedProxies: value.TRUSTED_PROXIES,
    metricsToken: value.METRICS_TOKEN ?? null,
    apiToken: value.API_TOKEN ?? null,
    logLevel: value.LOG_LEVEL,
    testClock: value.TEST_CLOCK,
    hooksUrl: value.HOOKS_URL === undefined ? null : new URL(value.HOOKS_URL).origin,
    providers: {
      twilioUrl: value.TWILIO_API_URL,
      metaUrl: value.META_GRAPH_URL,
      metaVersion: value.META_GRAPH_VERSION,
      relayUrl: value.SMTP_RELAY_URL ?? null,
    },
    smtp: value.SMTP_PORT === undefined ? null : { host: value.SMTP_HOST, port: value.SMTP_PORT },
    sandboxSecret: value.DEMO ? (value.SANDBOX_SECRET ?? null) : null,
    demoStore: value.DEMO && value.STORE_URL !== undefined ? new URL(value.STORE_URL).origin : null,
  }
}
