import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { brand } from '../../demo-store/sandbox/brand.ts'
import { personOf } from '../../demo-store/sandbox/people.ts'
import { answerTo, mailTo, openBoth } from '../demo-store/sandbox/desk.ts'
import { openBrowser } from './people.ts'
import { violations } from './objections.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const tom = personOf('tw-1005')

/** Tom's phone on a page that has nothing to complain about. */
const openPhone = async (url: string, options: { width?: number; height?: number; dark?: boolean } = {}) => {
  const { width = 1280, height = 860, dark = false } = options
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: dark ? 'dark' : 'light' })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())))
  page.on('pageerror', (error) => void complaints.push(String(error)))
  await page.goto(`${url}/people/${tom.id}/whatsapp`)
  return { page, complaints }
}

const say = async (page: Page, text: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'Message', exact: true }).fill(text)
  await page.keyboard.press('Enter')
}

it('writes by keyboard, keeps a half-typed line while an answer comes, and reads it', async () => {
  const { sandbox, desk } = await openBoth()
  const { page, complaints } = await openPhone(sandbox.url)
  const thread = page.getByRole('log', { name: 'Messages' })
  await say(page, 'My mug has a crack')
  await thread.getByText('My mug has a crack').waitFor()
  await thread.getByText('taken by the desk').waitFor()
  expect(desk.messages()).toMatchObject([{ channel: 'whatsapp', text: 'My mug has a crack' }])

  await page.getByRole('textbox', { name: 'Message', exact: true }).fill('And the sau')
  const from = brand.whatsapp.phoneNumberId
  await desk.send(
    answerTo({ kind: 'whatsapp', value: tom.waId }, 'whatsapp', from, { text: 'A new one is on its way' }),
  )
  await thread.getByText('A new one is on its way').waitFor()
  await thread.getByText(/\d read$/).waitFor()
  await sandbox.until(() => desk.states().includes('read'))
  expect(desk.states()).toEqual(['sent', 'delivered', 'read'])
  const field = page.getByRole('textbox', { name: 'Message', exact: true })
  expect(await field.inputValue()).toBe('And the sau')
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true)
  expect(complaints).toEqual([])
})

it('counts what is new elsewhere, and sends a picture', async () => {
  const { sandbox, desk } = await openBoth()
  const { page, complaints } = await openPhone(sandbox.url)
  await desk.send(answerTo({ kind: 'phone', value: tom.phone }, 'sms', brand.sms.number))
  await page.getByRole('link', { name: 'SMS 1 new' }).click()
  await page.getByRole('log').getByText('It left us yesterday.').waitFor()
  await page.getByRole('link', { name: 'SMS', exact: true }).waitFor()
  await page.getByLabel('Attach a picture').click()
  await page.getByText('A dented parcel').click()
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.getByRole('link', { name: 'Picture' }).waitFor()
  expect(desk.messages()).toMatchObject([{ channel: 'sms', attachments: [{ type: 'image/png' }] }])
  expect(complaints).toEqual([])
})

it('sets the carriers, says what a switch does, and brings everything back to normal', async () => {
  const { sandbox, desk } = await openBoth()
  const { page } = await openPhone(sandbox.url)
  await page.getByLabel('The next WhatsApp message').selectOption('131047')
  await page.getByRole('button', { name: 'Switch off' }).click()
  await page.getByRole('log').getByText('The phone is off').waitFor()
  await page.getByLabel('What became of it is reported').selectOption('held')
  await sandbox.until(() => sandbox.switches().reports === 'held')
  await desk.send(answerTo({ kind: 'whatsapp', value: tom.waId }, 'whatsapp', brand.whatsapp.phoneNumberId))
  await page.getByText('never arrived (131047)').waitFor()
  expect(desk.states()).toEqual([])
  await page.getByRole('button', { name: 'Report now (2 waiting)' }).click()
  await sandbox.until(() => desk.states().length === 2)
  await page.getByRole('button', { name: 'Back to normal' }).click()
  await page.getByText('All normal').waitFor()
  expect(desk.deliveries().at(-1)).toMatchObject({ state: 'failed', error: { code: '131047' } })
})

it('reads a mail and answers it', async () => {
  const { sandbox, desk } = await openBoth()
  const { page } = await openPhone(sandbox.url)
  await desk.send(mailTo(tom.email))
  await page.getByRole('link', { name: 'Mail 1 new' }).click()
  await page.getByRole('link', { name: /Your parcel/ }).click()
  await page.getByText('It left us yesterday.').waitFor()
  await page.getByLabel('Answer').fill('Thank you!')
  await page.getByRole('button', { name: 'Send answer' }).click()
  await page.getByRole('link', { name: /Re: Your parcel/ }).waitFor()
  expect(desk.messages()).toMatchObject([
    { channel: 'email', mail: { fresh: 'Thank you!', subject: 'Re: Your parcel' } },
  ])
})

it.each([
  { width: 1440, height: 900, dark: false },
  { width: 390, height: 844, dark: true },
])('can be used by everybody at $width px, dark: $dark', async (options) => {
  const { sandbox, desk } = await openBoth()
  await sandbox.text(tom.id, 'whatsapp', 'My mug has a crack')
  await sandbox.storyReply(tom.id, 'Nice')
  await desk.send(answerTo({ kind: 'whatsapp', value: tom.waId }, 'whatsapp', brand.whatsapp.phoneNumberId))
  await desk.send(mailTo(tom.email))
  const { page } = await openPhone(sandbox.url, options)
  const letter = `email/${encodeURIComponent(sandbox.letters(tom.id)[0]?.id ?? '')}`
  for (const path of ['whatsapp', 'sms', 'instagram', 'email', letter, 'email/new']) {
    await page.goto(`${sandbox.url}/people/${tom.id}/${path}`)
    const found = await violations(page)
    expect(found.map(({ id, nodes }) => `${path}: ${id} ${nodes[0]?.html}`)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  }
})
