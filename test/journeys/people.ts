import { createTransport } from 'nodemailer'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { brand } from '../../demo-store/sandbox/brand.ts'
import { people } from '../../demo-store/sandbox/people.ts'
import type { Product } from './product.ts'

export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A real browser; every person gets a profile of their own in it. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: chromiumFlags })
}

export type Shopper = {
  context: BrowserContext
  page: Page
  /** Another tab of the same person. */
  tab(path: string): Promise<Page>
}

/**
 * Somebody on the demo store's home page, signed in as one of its customers, or not at all. The page of signing in has a
 * journey of its own (nothing-lost).
 */
export async function shopper(browser: Browser, product: Product, name?: string): Promise<Shopper> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, locale: 'en-GB' })
  if (name !== undefined) await signIn(context, product, name)
  const page = await context.newPage()
  await page.goto(product.store)
  const tab = async (path: string) => {
    const other = await context.newPage()
    await other.goto(product.store + path)
    return other
  }
  return { context, page, tab }
}

async function signIn(context: BrowserContext, product: Product, name: string): Promise<void> {
  const customer = people.find((one) => one.name.includes(name))
  const signedIn = await context.request.post(`${product.store}/sign-in`, {
    headers: { origin: product.store },
    form: { customer: customer?.id ?? '', next: '/account' },
  })
  if (!signedIn.url().endsWith('/account')) throw new Error(`${name} was not let into the shop: ${signedIn.url()}`)
}

/** Opens the drawer by its launcher. */
export async function openChat(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Chat', exact: true }).click()
  await page.getByRole('dialog').waitFor()
}

export async function write(page: Page, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Write a message' })
  await field.fill(text)
  await field.press('Enter')
}

/** The thread in the drawer, or in the inbox. */
export const thread = (page: Page) => page.getByRole('log')

/** An agent in the inbox with all tickets before them. Signing in has journeys of its own (keyboard, agents). */
export async function agent(browser: Browser, product: Product, email = 'jonas@demo.example') {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
  await context.addCookies([{ ...(await product.session(email)), httpOnly: true, sameSite: 'Strict' }])
  const page = await context.newPage()
  await page.goto(`${product.desk}/inbox/all`)
  await page.getByRole('link', { name: /All tickets/ }).waitFor()
  return { context, page }
}

/** Opens the newest ticket of a customer from the list. */
export async function openTicket(page: Page, customer: string): Promise<void> {
  await page.getByRole('region', { name: 'Tickets', exact: true }).getByText(customer).first().click()
  await page.getByRole('heading', { name: customer }).waitFor()
}

export async function answer(page: Page, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Reply' })
  await field.fill(text)
  await field.press('Enter')
}

/** Somebody writes to the shop's support address. */
export async function writeMail({ smtpPort }: Product, name: string, subject = 'A question'): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port: smtpPort, ignoreTLS: true })
  const from = { name, address: `${name.toLowerCase().replace(/\W/g, '.')}@customer.example` }
  const { supportAddress, mailbox } = brand.email
  const envelope = { from: from.address, to: [mailbox] }
  await transport.sendMail({ envelope, from, to: supportAddress, subject, text: `I am ${name}.` })
  transport.close()
}
