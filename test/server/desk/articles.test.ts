import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { httpApi } from '../../../server/protocol/http-api.ts'
import { type Installation, startInstallation, storefront } from '../installation.ts'

let hub: Installation
let owner: Awaited<ReturnType<Installation['member']>>
beforeAll(async () => {
  hub = await startInstallation()
  await hub.settings()
  owner = await hub.member('owner')
})
afterAll(() => hub.close())

const anArticle = (title: string, more: object = {}) => ({
  version: 0,
  published: true,
  texts: { en: { title, text: 'How it is done.' } },
  ...more,
})
const save = async (id: string, body: object) => {
  const answer = await hub.post(`/api/articles/${id}`, body, owner, 'PUT')
  return { status: answer.status, ...z.looseObject({}).parse(await answer.json()) }
}
const list = async () =>
  httpApi['GET /api/articles'].answer.parse(await (await hub.get('/api/articles', owner)).json()).articles
const read = async (language: string, headers: Record<string, string> = { origin: storefront }) => {
  const answer = await hub.get(`/api/hub/articles/${language}`, headers)
  return httpApi['GET /api/hub/articles/:language'].answer.parse(await answer.json()).articles
}

it('W-14 articles are kept in their order, and the shop’s visitors read what is published', async () => {
  const [plates, returns, draft] = [randomUUID(), randomUUID(), randomUUID()]
  expect(await save(plates, anArticle('Plates'))).toMatchObject({ status: 200, version: 1 })
  await save(returns, anArticle('Returns', { texts: { de: { title: 'Rückgabe', text: 'Wie.' } } }))
  await save(draft, anArticle('Not yet', { published: false }))
  expect((await list()).map(({ id }) => id)).toEqual([plates, returns, draft])
  expect((await read('de')).map(({ title, language }) => [title, language])).toEqual([
    ['Plates', 'en'],
    ['Rückgabe', 'de'],
  ])
  await hub.post('/api/articles/order', { ids: [returns] }, owner)
  expect((await read('en')).map(({ id }) => id)).toEqual([returns, plates])
  await hub.post(`/api/articles/${returns}`, {}, owner, 'DELETE')
  expect((await read('en')).map(({ id }) => id)).toEqual([plates])
})

it('W-14 an earlier save wins; the same save again is the same save', async () => {
  const id = randomUUID()
  const first = anArticle('First')
  expect(await save(id, first)).toMatchObject({ version: 1 })
  expect(await save(id, first)).toMatchObject({ version: 1 })
  expect(await save(id, anArticle('Second'))).toMatchObject({ status: 409, code: 'conflict' })
  expect(await save(id, anArticle('Second', { version: 1 }))).toMatchObject({ version: 2 })
  const both = await Promise.all([save(id, anArticle('A', { version: 2 })), save(id, anArticle('B', { version: 2 }))])
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  // Who writes on while it is deleted writes it anew.
  await hub.post(`/api/articles/${id}`, {}, owner, 'DELETE')
  expect(await save(id, anArticle('Back', { version: 3 }))).toMatchObject({ version: 4 })
})

it('D-7 every change stands in the audit log with its hand', async () => {
  const id = randomUUID()
  await save(id, anArticle('Logged'))
  await hub.post('/api/articles/order', { ids: [id] }, owner)
  await hub.post('/api/articles/order', { ids: [id] }, owner)
  await hub.post(`/api/articles/${id}`, {}, owner, 'DELETE')
  const log = await hub.db.selectFrom('audit_log').selectAll().where('member_id', '=', owner.id).execute()
  expect(log.slice(-3).map(({ action }) => action)).toEqual(['article.save', 'article.order', 'article.remove'])
  expect(JSON.stringify(log.at(-1)?.detail)).toContain('Logged')
})

it.each([
  { texts: {} },
  { texts: { fr: { title: 'x', text: '' } } },
  { texts: { en: { title: ' ', text: 'x' } } },
  { texts: { en: { title: 'x', text: 'x'.repeat(10_001) } } },
  { version: -1 },
])('W-14 refuses what is no article: %j', async (wrong) => {
  const id = randomUUID()
  expect(await save(id, anArticle('x', wrong))).toMatchObject({ status: 400 })
  expect((await list()).some((one) => one.id === id)).toBe(false)
})

it('W-14 W-13 what the hub reads is kept by browsers for a minute, for the shop’s own pages only', async () => {
  await hub.settings((settings) => ({ ...settings, hub: { ...settings.hub, texts: { de: { home: 'Anfang' } } } }))
  for (const path of ['/api/hub/articles/de', '/api/hub/texts/de']) {
    const answer = await hub.get(path, { origin: storefront })
    expect(answer.headers.get('cache-control')).toBe('public, max-age=60')
    expect(answer.headers.get('access-control-allow-origin')).toBe(storefront)
    expect(answer.headers.get('vary')).toMatch(/Origin/)
    const etag = answer.headers.get('etag') ?? ''
    expect(
      (await hub.get(path, { origin: storefront, 'if-none-match': etag, 'cache-control': 'max-age=0' })).status,
    ).toBe(304)
    expect((await hub.get(path, { origin: 'https://evil.example' })).status).toBe(403)
    expect((await hub.get(path.replace(/de$/, 'xx'))).status).toBe(404)
  }
  const texts = async (language: string): Promise<unknown> => (await hub.get(`/api/hub/texts/${language}`)).json()
  expect([await texts('de'), await texts('en')]).toEqual([
    { ok: true, texts: { home: 'Anfang' } },
    { ok: true, texts: {} },
  ])
  expect(await (await hub.get('/hub.js')).text()).toContain('"texts":["de"]')
})
