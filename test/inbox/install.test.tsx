import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Api } from '../../server/inbox/api.ts'
import { InstallPage } from '../../server/inbox/install/install-page.tsx'
import { policyLine, signing, signingLanguages } from '../../server/inbox/install/snippets.ts'
import type { ShopFinding } from '../../server/protocol/shop-check.ts'
import readme from '../../README.md?raw'
import { fakePage } from './page.tsx'
import { eventually } from '../eventually.ts'

const installation = {
  ok: true as const,
  deskUrl: 'https://desk.tidewick.example',
  shopId: 'tidewick',
  shopify: null,
  storefronts: ['https://tidewick.example', 'https://www.tidewick.example'],
}

async function open(api: Partial<Api> = {}) {
  const { Around } = fakePage('/inbox/settings/install', {}, { installation: async () => installation, ...api })
  render(
    <Around>
      <InstallPage />
    </Around>,
  )
  await screen.findByRole('heading', { name: 'Check my shop' })
}
const code = (name: string) => screen.getByRole('group', { name }).textContent
const field = () => screen.getByRole('combobox', { name: 'Address of a page of your shop' })
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
afterEach(cleanup)

const good: ShopFinding = { check: 'hub', state: 'good', code: 'hub_on', detail: '', at: null }

describe('Settings, Install', () => {
  it('W-1k shows what goes into the shop with this desk’s address and the shop’s id in it', async () => {
    await open()
    expect(code('Script tag')).toBe('<script async src="https://desk.tidewick.example/hub.js"></script>')
    expect(code('Content Security Policy')).toBe(
      'script-src https://desk.tidewick.example; connect-src https://desk.tidewick.example wss://desk.tidewick.example',
    )
    expect(code('Your shop’s id, the token’s aud')).toBe('tidewick')
    expect(code('Proxy URL of the app')).toBe('https://desk.tidewick.example/shopify')
  })

  it('W-1k shows the script that never changes, with its hash, to who wants that, and the usual one where it does not come', async () => {
    const pinnedScript = vi.fn<Api['pinnedScript']>()
    await open({ pinnedScript })
    pinnedScript.mockResolvedValueOnce({ ok: false, code: 'unavailable', retry: true })
    const choose = (name: string) => fireEvent.click(screen.getByRole('radio', { name }))
    choose('Pinned, with its hash (SRI)')
    await screen.findByRole('alert')
    expect(code('Script tag')).toContain('/hub.js"')
    expect(screen.getByRole('radio', { name: 'Always the newest' })).toHaveProperty('checked', true)
    pinnedScript.mockResolvedValueOnce({ ok: true, src: '/hub.abc.js', integrity: 'sha384-xyz' })
    choose('Pinned, with its hash (SRI)')
    await eventually(() =>
      expect(code('Script tag')).toBe(
        '<script async src="https://desk.tidewick.example/hub.abc.js" integrity="sha384-xyz" crossorigin="anonymous"></script>',
      ),
    )
    expect(screen.queryByRole('alert')).toBeNull()
    choose('Always the newest')
    await eventually(() => expect(code('Script tag')).toContain('/hub.js"'))
  })

  it('W-1k copies a piece whole', async () => {
    const writeText = vi.fn<(text: string) => Promise<void>>(async () => {})
    vi.stubGlobal('navigator', { clipboard: { writeText } })
    try {
      await open()
      press('Copy: Script tag')
      expect(writeText).toHaveBeenCalledWith('<script async src="https://desk.tidewick.example/hub.js"></script>')
    } finally {
      vi.unstubAllGlobals()
    }
  })

  it('W-1i shows how each language signs: the files that are tested', async () => {
    await open()
    for (const language of signingLanguages) {
      fireEvent.click(screen.getByRole('radio', { name: language }))
      await eventually(() => expect(code(language)).toBe(signing[language].trimEnd()))
    }
  })

  it('W-1k says the same policy as the README', () => {
    expect(readme.replaceAll(/\s+/g, ' ')).toContain(policyLine('https://desk.example.com'))
  })

  it('W-1k checks the first of the shop’s addresses, or another page, and says what is wrong with the way out', async () => {
    const bad: ShopFinding[] = [
      good,
      { check: 'origin', state: 'bad', code: 'origin_near', detail: 'https://tidewick.example', at: null },
      { check: 'policy', state: 'bad', code: 'policy_refuses', detail: 'connect-src wss://desk', at: null },
      { check: 'token', state: 'bad', code: 'token_ahead', detail: '720', at: Date.UTC(2026, 10, 21, 9, 30) },
    ]
    const checkShop = vi.fn<Api['checkShop']>(async () => ({ ok: true, findings: bad }))
    await open({ checkShop })
    expect(field()).toHaveProperty('value', 'https://tidewick.example')
    fireEvent.input(field(), { target: { value: ' https://www.tidewick.example/shelf ' } })
    press('Check')
    await screen.findByText('3 things have to be mended.')
    expect(checkShop).toHaveBeenCalledWith('https://www.tidewick.example/shelf')
    const items = screen.getAllByRole('listitem').map((item) => item.textContent)
    expect(items[0]).toBe('The hub RightThe hub is switched on.')
    expect(items[1]).toContain('but https://tidewick.example is. Add this one as well.')
    expect(items[2]).toContain('It blocks the hub. Add: connect-src wss://desk')
    expect(items[3]).toContain('(10:30) was made 12 mins in the future')
    const [, origin] = screen.getAllByRole('listitem')
    const link = within(origin ?? document.body).getByRole('link', { name: 'Open General' })
    expect(link.getAttribute('href')).toBe('/inbox/settings/general')
  })

  it('W-1k tells good from not yet known, and both from a desk that could not look', async () => {
    const answers: Awaited<ReturnType<Api['checkShop']>>[] = [
      { ok: true, findings: [good] },
      { ok: true, findings: [good, { check: 'seen', state: 'open', code: 'seen_never', detail: '', at: null }] },
      { ok: false, code: 'too_fast', retry: true },
      { ok: false, code: 'unavailable', retry: true },
    ]
    await open({ checkShop: async () => answers.shift() ?? { ok: false, code: 'internal', retry: true } })
    for (const said of [
      'Everything is as it should be.',
      'Nothing is wrong, as far as it could be looked at.',
      'That was often. Wait a minute and try again.',
      'The desk could not look. Try again.',
    ]) {
      press('Check')
      expect(await screen.findByText(said)).toBeDefined()
    }
  })

  it('W-1k asks for a whole address before it asks the desk', async () => {
    const checkShop = vi.fn<Api['checkShop']>()
    await open({ checkShop })
    for (const value of ['', 'tidewick.example', 'ftp://tidewick.example', 'javascript:alert(1)']) {
      fireEvent.input(field(), { target: { value } })
      press('Check')
      await screen.findByText('Enter a whole address, with https:// at its start.')
    }
    expect(checkShop).not.toHaveBeenCalled()
  })
})
