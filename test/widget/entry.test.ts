import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { loadCustomerHub } from '../../widget/entry.ts'
import { becomes, fakeHub, hosts, run, useFreshPage } from './shop-page.ts'

useFreshPage()

/** The scripts that were put on the page; nothing is fetched. */
const put: HTMLScriptElement[] = []
beforeEach(() => {
  put.length = 0
  vi.spyOn(document.head, 'append').mockImplementation((...nodes) => {
    for (const node of nodes) if (node instanceof HTMLScriptElement) put.push(node)
  })
})
afterEach(() => void vi.restoreAllMocks())

const src = 'https://desk.example/hub.js'

it('W-1b a bundled page puts the script on the page once, and keeps what is said before it has come', async () => {
  const heard: string[] = []
  const hub = loadCustomerHub({ src }, { token: async () => 'a.b.c' })
  hub('on', 'ready', () => heard.push('ready'))
  hub('open')
  expect(loadCustomerHub({ src })).toBe(window.CustomerHub)
  expect(put.map((script) => [script.src, script.async, script.integrity, script.getAttribute('crossorigin')])).toEqual(
    [[src, true, '', null]],
  )
  expect(hosts()).toEqual([])

  const parts = fakeHub()
  run(parts)
  await becomes(() => heard.length === 1 && parts.told.includes('open'))
  expect(parts.contexts[0]).toMatchObject({ identity: 'a.b.c' })
  // What the page holds speaks to the script from now on.
  hub('close')
  await becomes(() => parts.told.includes('close'))
})

it('W-1b a bundled page may pin the script, and give it the nonce of its policy', () => {
  loadCustomerHub({ src, integrity: 'sha384-abc', nonce: 'n1' })
  expect(put.map((script) => [script.integrity, script.getAttribute('crossorigin'), script.nonce])).toEqual([
    ['sha384-abc', 'anonymous', 'n1'],
  ])
})
