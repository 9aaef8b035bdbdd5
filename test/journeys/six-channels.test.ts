import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { brand } from '../../demo-store/sandbox/brand.ts'
import { personOf } from '../../demo-store/sandbox/people.ts'
import type { RemoteChannel } from '../../server/protocol/channel.ts'
import { agent, answer, openBrowser, openChat, shopper, thread, write } from './people.ts'
import { type Product, startProduct } from './product.ts'

const tom = personOf('tw-1005')
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

let product: Product
let browser: Browser
let desk: Page
let phone: Page
let shop: Page
beforeAll(async () => {
  ;[product, browser] = await Promise.all([startProduct(), openBrowser()])
  desk = (await agent(browser, product)).page
  phone = await (await browser.newContext({ viewport: { width: 1280, height: 860 } })).newPage()
  shop = (await shopper(browser, product, tom.name)).page
  await openChat(shop)
  // whoever has not agreed cannot be answered by SMS.
  await say('sms', 'JOIN')
  await phone.getByText('You will get our messages from now on').waitFor()
})
afterAll(async () => {
  await browser.close()
  await product.close()
})

const say = async (channel: RemoteChannel, text: string): Promise<void> => {
  await phone.goto(`${product.sandbox}/people/${tom.id}/${channel}`)
  await phone.getByRole('textbox', { name: 'Message', exact: true }).fill(text)
  await phone.keyboard.press('Enter')
}

/** What the customer does: writes for the first time, and writes again after the ticket was closed. */
type Hand = {
  first(text: string): Promise<void>
  again(text: string): Promise<void>
  reads(text: string): Promise<void>
}

const byPhone = (channel: RemoteChannel): Hand => ({
  first: (text) => say(channel, text),
  again: (text) => say(channel, text),
  reads: async (text) => {
    await phone.getByRole('log', { name: 'Messages' }).getByText(text).waitFor()
  },
})

const byMail: Hand = {
  async first(text) {
    await phone.goto(`${product.sandbox}/people/${tom.id}/email/new`)
    expect(await phone.getByLabel('To', { exact: true }).inputValue()).toBe(brand.email.supportAddress)
    await phone.getByLabel('Subject').fill('My bowl')
    await phone.getByLabel('Text', { exact: true }).fill(text)
    await phone.getByRole('button', { name: /^Send/ }).click()
  },
  async reads(text) {
    await phone
      .getByRole('link', { name: /Re: My bowl/ })
      .first()
      .click()
    await phone.getByText(text).first().waitFor()
  },
  async again(text) {
    await phone.getByLabel('Answer').fill(text)
    await phone.getByRole('button', { name: 'Send answer' }).click()
  },
}

const byChat: Hand = {
  first: (text) => write(shop, text),
  async reads(text) {
    await thread(shop).getByText(text).waitFor()
  },
  async again(text) {
    await shop.getByRole('button', { name: 'Start a new chat' }).click()
    await write(shop, text)
  },
}

/** The newest state that each channel tells of an answer that was read, and what becomes of its ticket (table T). */
const channels = [
  { channel: 'web_chat', name: 'Web chat', hand: byChat, state: /Seen/, after: 'a new ticket' },
  { channel: 'email', name: 'Email', hand: byMail, state: /Sent/, after: 'the same, reopened' },
  { channel: 'sms', name: 'SMS', hand: byPhone('sms'), state: /Delivered/, after: 'the same, reopened' },
  { channel: 'whatsapp', name: 'WhatsApp', hand: byPhone('whatsapp'), state: /Read/, after: 'the same, reopened' },
  { channel: 'instagram', name: 'Instagram', hand: byPhone('instagram'), state: /Read/, after: 'a new ticket' },
  { channel: 'messenger', name: 'Messenger', hand: byPhone('messenger'), state: /Read/, after: 'a new ticket' },
] as const

/** The row of the list that shows these words last, with its channel's icon (S-7). */
const row = (name: string, text: string) =>
  desk
    .getByRole('region', { name: 'Tickets', exact: true })
    .getByRole('link')
    .filter({ hasText: text })
    .filter({ has: desk.getByRole('img', { name, exact: true }) })

/** Customer writes, agent answers, customer reads, agent closes, customer writes again: which ticket is that? */
const exchange = async ({ channel, name, hand, state }: (typeof channels)[number]): Promise<string> => {
  await hand.first(`Hello by ${channel}`)
  const first = row(name, `Hello by ${channel}`)
  await first.waitFor()
  const ticket = await first.getAttribute('data-ticket')
  await first.click()
  await thread(desk).getByText(`Hello by ${channel}`).waitFor()
  await answer(desk, `Answer by ${channel}`)
  await hand.reads(`Answer by ${channel}`)
  await thread(desk).getByText(state).last().waitFor()

  await desk.getByRole('button', { name: 'Close', exact: true }).click()
  await desk
    .getByRole('region', { name: 'Tickets', exact: true })
    .locator(`[data-ticket="${ticket}"] .closed-mark`)
    .waitFor()
  await hand.again(`Again by ${channel}`)
  const second = row(name, `Again by ${channel}`)
  await second.waitFor()
  expect(await second.locator('.closed-mark').count()).toBe(0)
  return (await second.getAttribute('data-ticket')) === ticket ? 'the same, reopened' : 'a new ticket'
}

it('T-1b T-2a T-3a T-4a T-5a T-6a R-13b S-7a all six channels side by side: written, answered, read, closed, written to again', async () => {
  const seen: Record<string, string> = {}
  for (const one of channels) seen[one.name] = await exchange(one)
  expect(seen).toEqual(Object.fromEntries(channels.map(({ name, after }) => [name, after])))
}, 180_000)

it('R-13b what a carrier refuses stands on the message with its reason, and Retry brings it there', async () => {
  await say('whatsapp', 'Is my order on its way?')
  await row('WhatsApp', 'Is my order on its way?').click()
  await phone.getByLabel('The next WhatsApp message').selectOption('131026')
  await phone
    .getByText('Set for one more')
    .or(phone.getByRole('button', { name: 'Back to normal' }))
    .first()
    .waitFor()
  await answer(desk, 'It left this morning')
  const failed = thread(desk).getByText(/Not delivered/)
  await failed.waitFor()
  await thread(desk).getByRole('button', { name: 'Retry' }).click()
  await phone.getByRole('log', { name: 'Messages' }).getByText('It left this morning').last().waitFor()
  await failed.waitFor({ state: 'hidden' })
  expect(await thread(desk).getByText('It left this morning').count()).toBe(1)
})

it('M-5a a picture by SMS stands in the thread; R-8a one goes back by WhatsApp', async () => {
  await phone.goto(`${product.sandbox}/people/${tom.id}/sms`)
  await phone.getByLabel('Attach a picture').click()
  await phone.getByText('A dented parcel').click()
  await phone.getByRole('button', { name: 'Send', exact: true }).click()
  await row('SMS', 'Picture').click()
  const picture = thread(desk).getByRole('button', { name: /Enlarge picture/ })
  await picture.getByRole('presentation').waitFor()

  await say('whatsapp', 'Can you show it to me?')
  await row('WhatsApp', 'Can you show it to me?').click()
  await thread(desk).getByText('Can you show it to me?').waitFor()
  await desk.locator('input[type=file]').setInputFiles({ name: 'bowl.png', mimeType: 'image/png', buffer: dot })
  await answer(desk, 'Here it is')
  const answered = phone.getByRole('log', { name: 'Messages' })
  await answered.getByText('Here it is').waitFor()
  await answered.getByRole('link', { name: 'Picture' }).waitFor()
  expect(await answered.getByRole('link', { name: 'Picture' }).count()).toBe(1)
})
