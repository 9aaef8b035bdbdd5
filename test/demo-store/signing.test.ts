import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { verifyShopToken } from '../../server/web/shop-token.ts'

/** One customer, one secret, one moment: every language has to come to the same letters. */
const shop = { id: 'tidewick', secret: 'the secret of a fixed vector, long enough' }
const issued = 1_795_258_800
const vector =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.' +
  'eyJlbWFpbCI6InpvZUBwb3N0LmV4YW1wbGUiLCJuYW1lIjoiWm_DqyAvIFwi5p2OXCIiLCJzdWIiOiI0MiIsImF1ZCI6InRpZGV3aWNrIiwiaWF0IjoxNzk1MjU4ODAwLCJleHAiOjE3OTUyNTk0MDB9.' +
  '-IWKjfUfYi7OUPhX4e4CZbUWHpPLE5CErXXycO1LjhI'

const folder = fileURLToPath(new URL('../../demo-store/signing/', import.meta.url))
const rest = `'${shop.id}', '${shop.secret}', ${issued}`

/** How each language loads its file and signs for the customer of the vector. */
const programs: [language: string, command: string, ...args: string[]][] = [
  [
    'Node',
    process.execPath,
    '--input-type=module',
    '-e',
    `const { hubToken } = await import('${folder}hub-token.mjs')
     process.stdout.write(hubToken({ id: 42, email: 'zoe@post.example', name: 'Zoë / "李"' }, ${rest}))`,
  ],
  [
    'PHP',
    'php',
    '-r',
    `require '${folder}hub-token.php';
     echo hub_token(['id' => 42, 'email' => 'zoe@post.example', 'name' => 'Zoë / "李"'], ${rest});`,
  ],
  [
    'Python',
    'python3',
    '-c',
    `import runpy
hub_token = runpy.run_path('${folder}hub_token.py')['hub_token']
print(hub_token({'id': 42, 'email': 'zoe@post.example', 'name': 'Zoë / "李"'}, ${rest}), end='')`,
  ],
  [
    'Ruby',
    'ruby',
    '-e',
    `require '${folder}hub_token.rb'
     print hub_token({ id: 42, email: 'zoe@post.example', name: 'Zoë / "李"' }, ${rest})`,
  ],
]

for (const [language, command, ...args] of programs) {
  it(`W-1i ${language} signs the very token of the fixed vector`, ({ skip }) => {
    const env = { ...process.env, LANG: 'C.UTF-8' }
    const { error, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', env })
    if (error !== undefined && 'code' in error && error.code === 'ENOENT') skip(`${command} is not on this machine`)
    expect([stdout, stderr, error]).toEqual([vector, '', undefined])
  })
}

it('W-1i the desk’s own door takes that token, for that shop and its time only', async () => {
  const now = (issued + 1) * 1000
  expect(await verifyShopToken(vector, shop, now)).toEqual({
    identity: {
      shopId: '42',
      email: 'zoe@post.example',
      name: 'Zoë / "李"',
      phone: null,
      locale: null,
      segments: null,
    },
    expiresAt: (issued + 600) * 1000,
  })
  expect(await verifyShopToken(vector, { ...shop, id: 'another' }, now)).toBeUndefined()
  expect(await verifyShopToken(vector, shop, now + 700_000)).toBeUndefined()
})
