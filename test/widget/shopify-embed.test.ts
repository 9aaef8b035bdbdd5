import { runInThisContext } from 'node:vm'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { z } from 'zod'
import script from '../../demo-store/shopify/extension/assets/customer-hub.js?raw'
import block from '../../demo-store/shopify/extension/blocks/customer-hub.liquid?raw'
import extension from '../../demo-store/shopify/extension/shopify.extension.toml?raw'

type Call = [name: string, options?: { token(): Promise<string | null> }]

/** Runs the script as the block puts it into a page, and returns what it said to the hub. */
function runOn(attributes: Record<string, string>): Call[] {
  const tag = document.createElement('script')
  for (const [name, value] of Object.entries(attributes)) tag.setAttribute(name, value)
  Object.defineProperty(document, 'currentScript', { value: tag, configurable: true })
  const said: Call[] = []
  Object.assign(window, { CustomerHub: (...call: Call) => void said.push(call) })
  runInThisContext(script)
  return said
}
const boot = (said: Call[]) => said.find(([name]) => name === 'boot')?.[1]?.token() ?? Promise.resolve('no boot')

const path = '/apps/customer-hub/identity'
const fetched = vi.fn<(path: string, how: object) => Promise<Response>>()
beforeEach(() => {
  fetched.mockReset()
  vi.stubGlobal('fetch', fetched)
  onTestFinished(() => void vi.unstubAllGlobals())
})

describe('the app embed for Shopify', () => {
  it('W-1j asks the shop’s own proxy for the token of a signed-in customer, anew each time and past every cache', async () => {
    const said = runOn({ 'data-identity': path, 'data-signed-in': '' })
    expect(fetched).not.toHaveBeenCalled()
    for (const token of ['first', 'second']) {
      fetched.mockResolvedValueOnce(Response.json({ ok: true, token }))
      expect(await boot(said)).toBe(token)
    }
    expect(fetched.mock.calls).toEqual([
      [path, expect.objectContaining({ cache: 'no-store' })],
      [path, expect.objectContaining({ cache: 'no-store' })],
    ])
  })

  it('W-1j costs a visitor no request', async () => {
    expect(await boot(runOn({ 'data-identity': path }))).toBeNull()
    expect(fetched).not.toHaveBeenCalled()
  })

  it('W-1j takes a refusal for no answer, and not for a visitor', async () => {
    fetched.mockResolvedValueOnce(Response.json({ ok: false }, { status: 403 }))
    await expect(boot(runOn({ 'data-identity': path, 'data-signed-in': '' }))).rejects.toThrow('answered 403')
  })

  it('W-1j signs out of the hub with the shop', () => {
    const said = runOn({ 'data-identity': path })
    document.body.innerHTML =
      '<a id="other" href="#basket">Basket</a><a href="/account/logout?from=menu"><span id="out">Log out</span></a>'
    const click = (id: string) => document.getElementById(id)?.dispatchEvent(new Event('click', { bubbles: true }))
    click('other')
    expect(said.map(([name]) => name)).toEqual(['boot'])
    click('out')
    // The scripts of the tests before hear it too.
    expect(new Set(said.map(([name]) => name))).toEqual(new Set(['boot', 'logout']))
  })

  it('W-1j is an app embed as Shopify describes one, and loads the script this folder holds', () => {
    // shopify.dev, "Configure theme app extensions": target body; names of at most 25 characters.
    const schema = z
      .object({
        name: z.string().max(25),
        target: z.literal('body'),
        settings: z.array(z.object({ type: z.literal('text'), id: z.string(), label: z.string() })),
      })
      .parse(JSON.parse(/\{% schema %\}([^]*)\{% endschema %\}/.exec(block)?.[1] ?? ''))
    const used = [...block.matchAll(/block\.settings\.(\w+)/g)].map(([, id]) => id)
    expect([...new Set(used)]).toEqual(schema.settings.map(({ id }) => id))
    expect(block).toContain("'customer-hub.js' | asset_url")
    expect(extension).toContain('type = "theme"')
  })
})
