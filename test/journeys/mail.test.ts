import { createServer } from 'node:http'
import { AxeBuilder } from '@axe-core/playwright'
import { createTransport } from 'nodemailer'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { brand } from '../../demo-store/sandbox/brand.ts'
import { attacks } from '../server/channels/mail/attacks.ts'
import { agent, openBrowser, openTicket, thread } from './people.ts'
import { type Product, startProduct } from './product.ts'

let product: Product
let browser: Browser
beforeAll(async () => {
  ;[product, browser] = await Promise.all([startProduct(), openBrowser()])
})
afterAll(async () => {
  await browser.close()
  await product.close()
})

/** Somebody elsewhere who waits to hear that their mail was opened. */
async function startCanary() {
  const heard: { url: string; for: string | undefined; referer: string | undefined }[] = []
  const server = createServer((request, response) => {
    const { 'sec-fetch-dest': dest, referer } = request.headers
    heard.push({ url: request.url ?? '', for: typeof dest === 'string' ? dest : undefined, referer })
    response.writeHead(200, { 'content-type': 'image/svg+xml', 'access-control-allow-origin': '*' })
    response.end('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"/>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { heard, url: `http://127.0.0.1:${port}`, close: () => server.close() }
}

async function writeMail(name: string, subject: string, html: string) {
  const transport = createTransport({ host: '127.0.0.1', port: product.smtpPort, ignoreTLS: true })
  const from = { name, address: 'ada@customer.example' }
  const { supportAddress, mailbox } = brand.email
  const envelope = { from: from.address, to: [mailbox] }
  await transport.sendMail({ envelope, from, to: supportAddress, subject, text: 'Look at this.', html })
  transport.close()
}

it('P-2 S8 S9 nothing of a hostile mail runs, covers or calls home in a real browser until the agent asks for its pictures', async () => {
  const canary = await startCanary()
  const hostile = attacks.map((attack) => attack.replaceAll('https://canary.example', canary.url))
  const html = `<p>Look at this.</p><img src="${canary.url}/pixel.svg" alt="pixel">${hostile.join('\n<p>next</p>\n')}`
  await writeMail('Ada Lindqvist', 'A surprise', html)
  const { page } = await agent(browser, product)
  const trouble: string[] = []
  page.on('dialog', (dialog) => {
    trouble.push(dialog.message())
    void dialog.dismiss()
  })
  page.on('popup', () => trouble.push('a window'))
  await openTicket(page, 'Ada Lindqvist')
  await thread(page).getByText('Look at this.').waitFor()
  const show = page.getByRole('button', { name: 'Show original' })
  await show.click()
  const dialog = page.getByRole('dialog', { name: 'A surprise' })
  await dialog.getByText('ada@customer.example').waitFor()
  const mail = page.frameLocator('iframe[title="The mail"]')
  await mail.getByText('Look at this.').waitFor()
  await page.waitForLoadState('networkidle')
  expect(canary.heard).toEqual([])

  const { violations } = await new AxeBuilder({ page }).include('dialog').exclude('iframe').analyze()
  expect(violations.map(({ id, nodes }) => `${id} ${String(nodes[0]?.target)}`)).toEqual([])

  const asked = page.waitForResponse((response) => response.url() === `${canary.url}/pixel.svg`)
  await dialog.getByRole('button', { name: 'Load pictures' }).click()
  await asked
  await mail.getByText('Look at this.').waitFor()
  await page.waitForLoadState('networkidle')
  expect(canary.heard.filter((one) => one.for !== 'image' || one.referer !== undefined)).toEqual([])
  expect(trouble).toEqual([])
  expect(new URL(page.url()).origin).toBe(product.desk)

  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  expect(await show.evaluate((button) => button === document.activeElement)).toBe(true)
  canary.close()
})
