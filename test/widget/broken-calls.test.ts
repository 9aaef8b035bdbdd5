import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { wordsFor } from '../../widget/words/dictionary.ts'
import { eventually } from '../eventually.ts'
import { becomes, fakeHub, hosts, isShown, part, run, self, session, useFreshPage } from './shop-page.ts'

useFreshPage()

const warned: string[] = []
beforeEach(() => {
  warned.length = 0
  vi.spyOn(console, 'warn').mockImplementation((said: unknown, detail: unknown) => {
    warned.push(`${String(said)} ${detail instanceof Object ? Object.keys(detail).join() : ''}`)
  })
})
afterEach(() => void vi.restoreAllMocks())

/** As a page says it that knows no types. */
const say = (...call: unknown[]): unknown => Reflect.apply(window.CustomerHub ?? (() => {}), undefined, call)

const round: Record<string, unknown> = {}
round['itself'] = round
const bare: unknown = Object.create(null)
const throws = () => {
  throw new Error('the page’s own')
}

it.each([
  ['null', null],
  ['a text', 'left'],
  ['a number', 5],
  ['a list', ['left']],
  ['nothing that can be written', bare],
])('W-1b boots with options that are %s', async (_what, options) => {
  const hub = fakeHub()
  run(hub)
  for (const command of ['boot', 'boot', 'update']) say(command, options)
  say('open')
  await becomes(() => hub.told.includes('open'))
  await eventually(() => expect(hosts()).toHaveLength(1))
})

it('W-1b leaves out what cannot be used, each said once, and what was not given without a word', async () => {
  run(fakeHub())
  const wrong = {
    position: { toString: throws },
    offsetX: '0x10',
    offsetY: round,
    colour: 'red;}',
    zIndex: 'NaN',
    launcher: '<',
    size: 'x'.repeat(100_000),
  }
  say('update', { ...wrong, locale: undefined, token: null })
  await eventually(() => expect(warned).toHaveLength(7))
  say('update', { ...wrong, launcher: undefined })
  await becomes(() => isShown('.launcher') && part('.corner')?.hidden === false)
  for (const name of Object.keys(wrong)) expect(warned.filter((text) => text.endsWith(` ${name}`))).toHaveLength(1)
})

it('W-1b says which command or event there is none of, and goes on', async () => {
  const hub = fakeHub()
  const heard: string[] = []
  run(hub)
  say('on', 'ready', null)
  say('on', 'reddy', () => {})
  say('boot')
  say()
  say(null)
  for (const _time of [1, 2]) say('fly')
  say('off', 'nothing')
  say('on', 'close')
  say('on', 'open', () => heard.push('open'))
  say('open')
  await becomes(() => hub.told.includes('open'))
  await eventually(() => expect(warned).toHaveLength(6))
  for (const about of ['ready', 'reddy', 'close', 'undefined', 'null', 'fly']) {
    expect(warned.filter((text) => text.endsWith(` ${about}`))).toHaveLength(1)
  }
  expect(warned.filter((text) => text.includes('no such command'))).toHaveLength(3)
})

it.each([
  ['an object', () => ({})],
  ['a number', () => 5],
  ['a text that is no header', () => 'ä\n'],
  ['an error', throws],
])('W-1b a token callback that answers with %s breaks nothing', async (_what, token) => {
  const hub = fakeHub()
  session.answer = async () => new Response('', { status: 401 })
  run(hub)
  say('boot', { token })
  say('open')
  await becomes(() => hub.told.includes('open'))
  say('identify', token)
  say('open')
  await becomes(() => hub.told.filter((word) => word === 'open').length > 1)
  expect(hub.contexts.at(-1)).toMatchObject({ chat: false })
})

it('W-1b tells the page that its token was refused, and asks neither the desk nor the page again', async () => {
  session.answer = async () => new Response('', { status: 401 })
  const errors: unknown[] = []
  let asked = 0
  run(fakeHub())
  say('on', 'error', (error: unknown) => errors.push(error))
  say('boot', {
    token: async () => {
      asked++
      return 'a.b.c'
    },
  })
  await eventually(() => expect(errors).toHaveLength(1))
  expect(String(errors[0])).toContain('401')
  expect([asked, session.asked.length]).toEqual([1, 1])
})

it.each([
  ['en', 'This could not be loaded. Please check your connection, or reload the page.'],
  ['de-AT', 'Das konnte nicht geladen werden. Bitte prüfe deine Verbindung oder lade die Seite neu.'],
  ['pt', 'Não foi possível carregar. Verifique sua conexão ou recarregue a página.'],
  ['ar', 'تعذّر التحميل. تحقق من اتصالك أو أعد تحميل الصفحة.'],
])('W-1b says in the shopper’s language what helps where the hub cannot be loaded (%s)', async (locale, sentence) => {
  const said = () => part('.hello')?.textContent ?? ''
  const hub = fakeHub()
  let isBlocked = true
  run({ load: async () => (isBlocked ? Promise.reject(new TypeError('404')) : hub.load()) }, {}, { locale })
  say('open')
  await eventually(() => expect(said()).toContain(sentence))
  expect(isShown('.hello')).toBe(true)
  isBlocked = false
  part('.launcher')?.click()
  await becomes(() => hub.told.includes('open'))
  expect(isShown('.hello')).toBe(false)
})

it.each([
  ['en', 'There is a newer version of this chat. Please reload the page.'],
  ['de', 'Es gibt eine neuere Version dieses Chats. Bitte lade die Seite neu.'],
  ['pt-BR', 'Há uma versão mais nova deste chat. Recarregue a página.'],
  ['ar', 'يوجد إصدار أحدث من هذه المحادثة. أعد تحميل الصفحة.'],
])(
  'W-1b asks for a reload where the desk is a newer one and the script cannot be exchanged (%s)',
  async (locale, sentence) => {
    self.now = await import('../../widget/again.ts')
    // No tag of an unpinned script stands on this page.
    run({ load: async () => Promise.reject(new TypeError('404')) }, {}, { locale })
    const before = window.CustomerHub
    say('open')
    await eventually(() => expect(part('.hello')?.textContent ?? '').toContain(sentence))
    expect(part('.launcher')?.dataset['n']).toBe('!')
    expect(window.CustomerHub).toBe(before)
  },
)

it.each([
  ['xx', 'en', 'en'],
  ['en_US', 'en', 'en-US'],
  ['de_AT', 'de', 'de-AT'],
  ['de-!!', 'de', 'de'],
  ['', 'en', 'en'],
  ['x'.repeat(100_000), 'en', 'en'],
])('W-13 speaks where a page says its language is %.9s', async (page, language, locale) => {
  const spoken = await wordsFor(page, { texts: [] }, 'https://desk.example/')
  expect([spoken.language, spoken.locale]).toEqual([language, locale])
  expect(new Intl.DateTimeFormat(spoken.locale).format(0)).toMatch(/70/)
})
