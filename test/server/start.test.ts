import { readFileSync, statSync } from 'node:fs'
import { mkdir, rm, utimes, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { isRunning, until } from './processes.ts'
import { makeClone, runIn, untilReady } from './start-fixture.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

it('brings all parts up, says where they are last, and stops them when told to', async () => {
  const clone = await makeClone()
  await writeFile(
    join(clone, 'server', 'demo-accounts.json'),
    JSON.stringify([{ email: 'nora@shop.example', password: 'apple pie', name: 'Nora', role: 'owner' }]),
  )
  // Not utimes: a Date knows whole milliseconds only, and may lie before the file just written.
  await writeFile(join(clone, 'dist', '.built'), '')
  const command = runIn(clone)
  const { desk, store, sandbox } = await untilReady(command)
  const [deskUrl, storeUrl, sandboxUrl] = [desk, store, sandbox].map(({ told }) => `http://127.0.0.1:${told['PORT']}`)
  expect(command.output()).toContain('nora@shop.example  apple pie  (owner)')
  expect(command.output()).toContain(join(clone, 'data'))
  expect(command.output().trim().split('\n').at(-1)).toBe(
    `ready desk=${deskUrl} store=${storeUrl} sandbox=${sandboxUrl}`,
  )
  const shared = { HOST: '127.0.0.1', DATA_DIR: join(clone, 'data'), DEMO: '1', SHOP_ID: 'demo-shop' }
  const urls = { PUBLIC_URL: deskUrl, DESK_URL: deskUrl, STORE_URL: storeUrl, SANDBOX_URL: sandboxUrl }
  const carriers = {
    TWILIO_API_URL: sandboxUrl,
    META_GRAPH_URL: sandboxUrl,
    SMTP_RELAY_URL: `smtp://127.0.0.1:${desk.told['SANDBOX_SMTP_PORT']}`,
  }
  expect(desk.told).toMatchObject({ ...shared, ...urls, ...carriers })
  for (const { told } of [store, sandbox]) expect({ ...told, PORT: desk.told['PORT'] }).toEqual(desk.told)
  expect(new Set([desk.told['SMTP_PORT'], desk.told['SANDBOX_SMTP_PORT'], '0', '2525', '2526']).size).toBe(5)

  command.child.kill('SIGINT')
  expect(await command.ended).toBe(0)
  expect([desk, store, sandbox].map(({ pid }) => isRunning(pid))).toEqual([false, false, false])
  for (const name of ['desk', 'store', 'sandbox']) {
    expect(readFileSync(join(clone, 'data', `${name}.log`), 'utf8')).toContain('stopped when asked')
  }
})

it('makes the secrets once and keeps them to itself', async () => {
  const clone = await makeClone()
  const first = runIn(clone)
  const { desk } = await untilReady(first)
  first.child.kill('SIGTERM')
  await first.ended
  const again = await untilReady(runIn(clone))
  expect(desk.told['APP_SECRET']).toHaveLength(43)
  expect(desk.told['SHOP_SECRET']).toHaveLength(43)
  expect(desk.told['SANDBOX_SECRET']).toHaveLength(43)
  expect(desk.told['API_TOKEN']).toHaveLength(43)
  const { APP_SECRET, SHOP_SECRET, SANDBOX_SECRET, API_TOKEN } = desk.told
  expect(new Set([APP_SECRET, SHOP_SECRET, SANDBOX_SECRET, API_TOKEN]).size).toBe(4)
  expect(again.desk.told).toMatchObject({ APP_SECRET, SHOP_SECRET, SANDBOX_SECRET, API_TOKEN })
  expect(statSync(join(clone, 'data', 'secrets.json')).mode & 0o777).toBe(0o600)
})

it('adds what an older installation has no secret for, and leaves the others as they are', async () => {
  const clone = await makeClone()
  const file = join(clone, 'data', 'secrets.json')
  const old = { shop: 's'.repeat(43), app: 'a'.repeat(43) }
  await mkdir(join(clone, 'data'))
  await writeFile(file, JSON.stringify(old))
  const { desk } = await untilReady(runIn(clone))
  expect(desk.told).toMatchObject({ SHOP_SECRET: old.shop, APP_SECRET: old.app })
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
    ...old,
    sandbox: desk.told['SANDBOX_SECRET'],
    api: desk.told['API_TOKEN'],
  })
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

it('says so when the file of the secrets is damaged, and leaves it alone', async () => {
  const clone = await makeClone()
  const first = runIn(clone)
  await untilReady(first)
  first.child.kill('SIGTERM')
  await first.ended
  const file = join(clone, 'data', 'secrets.json')
  await writeFile(file, '{ "shop": "x"')
  const second = runIn(clone)
  expect(await second.ended).toBe(1)
  expect(second.output()).toContain('does not hold the secrets of this installation')
  expect(readFileSync(file, 'utf8')).toBe('{ "shop": "x"')
})

it.each([
  ['node', 'server/start.mjs'],
  ['npm', 'start'],
])('leaves no process behind when %s is killed', async (...commandLine) => {
  const command = runIn(await makeClone(), {}, commandLine)
  const parts = Object.values(await untilReady(command))
  command.child.kill('SIGKILL')
  await until(() => !parts.some(({ pid }) => isRunning(pid)))
  expect(parts.map(({ pid }) => isRunning(pid))).toEqual([false, false, false])
})

it.each(['SIGINT', 'SIGTERM'] as const)('stops wholly when npm gets %s', async (signal) => {
  const command = runIn(await makeClone(), {}, ['npm', 'start'])
  const parts = Object.values(await untilReady(command))
  command.child.kill(signal)
  await until(() => !parts.some(({ pid }) => isRunning(pid)))
  expect(parts.map(({ pid }) => isRunning(pid))).toEqual([false, false, false])
})

it('ends the other and tells why when a part fails to start', async () => {
  const command = runIn(await makeClone(), { TEST_STORE: 'fail' })
  expect(await command.ended).toBe(1)
  expect(command.output()).toContain('The store has ended (exit code 3). Its last words:\nthe cellar is flooded')
  expect(command.output()).not.toContain('ready')
})

it('ends the other and tells why when a part ends later', async () => {
  const command = runIn(await makeClone())
  const { desk, store } = await untilReady(command)
  await fetch(`http://127.0.0.1:${desk.told['PORT']}/end`).catch(() => undefined)
  expect(await command.ended).toBe(1)
  expect(command.output()).toContain('The desk has ended (exit code 4)')
  expect(isRunning(store.pid)).toBe(false)
})

it.each(['PORT', 'STORE_PORT', 'SANDBOX_PORT', 'SMTP_PORT', 'SANDBOX_SMTP_PORT'])(
  'names the variable when the port of %s is taken, before anything starts',
  async (name) => {
    const clone = await makeClone()
    const other = createServer()
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => {
        const address = other.address()
        resolve(typeof address === 'object' && address ? address.port : 0)
      })
    })
    onTestFinished(() => void other.close())
    await rm(join(clone, 'node_modules', '.installed'))
    const command = runIn(clone, { [name]: String(port) })
    expect(await command.ended).toBe(1)
    expect(command.output()).not.toContain('Installing')
    expect(command.output()).toContain(`Port ${port} is taken by another program. Set ${name} to another one`)
    expect(statSync(join(clone, 'data'), { throwIfNoEntry: false })).toBe(undefined)
  },
)

it('refuses a port that is none', async () => {
  const command = runIn(await makeClone(), { PORT: 'three' })
  expect(await command.ended).toBe(1)
  expect(command.output()).toContain('PORT is "three", which is not a port')
})

it('refuses production', async () => {
  const command = runIn(await makeClone(), { NODE_ENV: 'production' })
  expect(await command.ended).toBe(1)
  expect(command.output()).toContain('Use "npm run serve" there')
})

it('says so when there is no network to install from', async () => {
  const clone = await makeClone()
  await rm(join(clone, 'node_modules', '.installed'))
  const npm = join(clone, 'npm-cli.js')
  await writeFile(npm, 'console.error("npm error code ENOTFOUND"); process.exitCode = 1')
  const command = runIn(clone, { npm_execpath: npm })
  expect(await command.ended).toBe(1)
  expect(command.output()).toContain('the package registry was not reached (ENOTFOUND)')
})

it('installs once, with all kinds of packages whatever NODE_ENV says of them', async () => {
  const clone = await makeClone()
  await rm(join(clone, 'node_modules', '.installed'))
  const npm = join(clone, 'npm-cli.js')
  await writeFile(npm, 'require("fs").appendFileSync("calls.txt", process.argv.slice(2).join(" ") + "\\n")')
  await writeFile(join(clone, 'package.json'), '{ "scripts": { "start": "exec node server/start.mjs" } }')
  for (const _ of ['first', 'second']) {
    const command = runIn(clone, { npm_execpath: npm })
    await untilReady(command)
    command.child.kill('SIGTERM')
    await command.ended
  }
  const calls = readFileSync(join(clone, 'calls.txt'), 'utf8').trim().split('\n')
  expect(calls).toHaveLength(1)
  expect(calls[0]).toMatch(/^ci --include=dev --include=optional --ignore-scripts/)
})

it('builds when a source is newer than the last build', async () => {
  const clone = await makeClone()
  const later = new Date(Date.now() + 10_000)
  await utimes(join(clone, 'package-lock.json'), later, later)
  const command = runIn(clone)
  expect(await command.ended).toBe(1)
  expect(command.output()).toContain('The build failed. It said:')
})

it('knows which versions of Node are new enough', async () => {
  const line = `import { nodeProblem } from './server/start/node-version.mjs'
    for (const version of process.argv.slice(1)) console.log(nodeProblem(version) ?? version + ' is fine')`
  const old = ['12.22.12', '18.20.4', '20.18.3', '21.7.3', '22.11.0']
  const fine = ['20.19.0', '20.20.2', '22.12.0', '23.0.0', '24.1.0']
  const command = runIn('.', {}, ['node', '--input-type=module', '-e', line, ...old, ...fine])
  await command.ended
  for (const version of old) expect(command.output()).toContain(`and this is ${version}. Install a newer one`)
  for (const version of fine) expect(command.output()).toContain(`${version} is fine`)
})
