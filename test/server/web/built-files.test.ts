import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, brotliDecompressSync } from 'node:zlib'
import { request } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { type Installation, startInstallation } from '../installation.ts'

const chunk = 'console.log("a part of the hub");'.repeat(50)

let hub: Installation
let distDir: string
beforeAll(async () => {
  distDir = await mkdtemp(join(tmpdir(), 'hub-dist-'))
  await mkdir(join(distDir, 'widget/h'), { recursive: true })
  await writeFile(join(distDir, 'widget/hub.js'), 'start($settings);')
  await writeFile(join(distDir, 'widget/h/mount-AbCd1234.js'), chunk)
  await writeFile(join(distDir, 'widget/h/mount-AbCd1234.js.map'), '{}')
  await writeFile(join(distDir, 'widget/h/control-AbCd1234.js'), chunk)
  await writeFile(join(distDir, 'widget/again.js'), 'export const take = 1')
  await writeFile(join(distDir, 'widget/secret.js'), 'no')
  hub = await startInstallation(undefined, { distDir })
  await hub.settings((settings) => ({
    ...settings,
    webChat: { ...settings.webChat, welcome: '</script><script>alert(1)</script>\u2028"\\' },
  }))
})
afterAll(async () => {
  await hub.close()
  await rm(distDir, { recursive: true })
})

/** As it comes over the wire: fetch would unpack it. */
function raw(
  path: string,
  accept: string,
  etag?: string,
): Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const asked = request(
      hub.url + path,
      { headers: { 'accept-encoding': accept, ...(etag && { 'if-none-match': etag }) } },
      (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => void parts.push(part))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
        )
      },
    )
    asked.on('error', reject)
    asked.end()
  })
}

it('sends built files packed, readable from any site, and good for ever', async () => {
  const br = await raw('/h/mount-AbCd1234.js', 'gzip, deflate, br')
  expect(br.headers).toMatchObject({
    'content-encoding': 'br',
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'cache-control': 'public, max-age=31536000, immutable',
  })
  expect(brotliDecompressSync(br.body).toString()).toBe(chunk)
  const gz = await raw('/h/mount-AbCd1234.js', 'gzip')
  expect(gunzipSync(gz.body).toString()).toBe(chunk)
  expect((await raw('/h/mount-AbCd1234.js', '')).body.toString()).toBe(chunk)
})

it('W-1b tells a tab that was left open over an upgrade how to get the script of now', async () => {
  const gone = await raw('/h/control-0ldOld12.js', '')
  expect([gone.status, gone.body.toString()]).toEqual([200, 'export const take = 1'])
  expect(gone.headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'no-store',
    'access-control-allow-origin': '*',
  })
  expect((await raw('/h/control-AbCd1234.js', '')).body.toString()).toBe(chunk)
})

it('serves nothing else of the folder, or outside of it', async () => {
  for (const path of [
    '/h/mount-AbCd1234.js.map',
    '/h/../secret.js',
    '/h/%2e%2e%2fsecret.js',
    '/h/none-AbCd1234.js',
    '/h/',
  ]) {
    expect([path, (await raw(path, '')).status]).toEqual([path, 404])
  }
})

it('W-3b puts the settings into the script as data that cannot break out of it', async () => {
  const answer = await raw('/hub.js', '')
  const body = answer.body.toString()
  expect(answer.headers).toMatchObject({ 'cache-control': 'public, max-age=60', 'access-control-allow-origin': '*' })
  expect(body).not.toMatch(/<\/script|<script|\u2028/)
  const json = /^start\((.*)\);$/s.exec(body)?.[1] ?? ''
  expect(JSON.parse(json)).toMatchObject({
    on: true,
    chat: true,
    welcome: '</script><script>alert(1)</script>\u2028"\\',
  })
  const again = await raw('/hub.js', '', String(answer.headers.etag))
  expect(again.status).toBe(304)
})

it('serves a pinned script that is the same whatever the settings say, under a name and a hash to check it by', async () => {
  const pin = z.object({ src: z.string(), integrity: z.string() })
  const { src, integrity } = pin.parse(JSON.parse((await raw('/hub.json', '')).body.toString()))
  const { headers, body } = await raw(src, '')
  expect(headers).toMatchObject({
    'access-control-allow-origin': '*',
    'cache-control': 'public, max-age=31536000, immutable',
  })
  expect(integrity).toBe(`sha384-${createHash('sha384').update(body).digest('base64')}`)
  expect(body.toString()).toContain('start(fetch(')
  await hub.settings((settings) => ({ ...settings, general: { ...settings.general, shopName: 'Renamed' } }))
  expect((await raw(src, '')).body).toEqual(body)
  const asked = await raw('/api/hub/settings', '')
  expect(asked.headers).toMatchObject({ 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=60' })
  expect(JSON.parse(asked.body.toString())).toMatchObject({ on: true, shopName: 'Renamed' })
  expect((await raw('/hub.AAAAAAAAAAAA.js', '')).status).toBe(404)
})

it('W-1b a foreign page may read that it is refused, and nothing more', async () => {
  const answer = await hub.get('/api/hub/session', {
    authorization: `Bearer ${await hub.token('zoe')}`,
    origin: 'https://evil.example',
  })
  expect(answer.status).toBe(403)
  expect(answer.headers.get('access-control-allow-origin')).toBe('https://evil.example')
  expect(await answer.json()).toEqual({ ok: false, code: 'forbidden', retry: false })
})
