import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createBuilder } from 'vite'
import { gzipSize, loader, toChat } from '../house/built.ts'
import { type Page, withPages } from './pages.ts'
import { kilobytes, type Row } from './row.ts'

/** W1: what a page load costs a shopper who does nothing, by the built file and by what a browser asked for. */
export async function pageLoadRow(): Promise<Row> {
  const size = loader().gzip
  const [visitor, shopper] = await withPages(async ({ open, openSignedIn }) => [
    await open('embedded', quiet),
    await openSignedIn(quiet),
  ])
  // Whether a conversation runs is one question to the desk.
  const met = size <= 2.5 * 1024 && visitor.join() === 'script' && shopper.join() === 'script,fetch'
  return {
    id: 'W1',
    what: 'page load with the script tag, nobody touches it',
    target: '<= 2.5 KB gzip, 1 script request, no socket, font or frame; with a token 1 question to the desk beside it',
    measured: `${kilobytes(size)} gzip; requests without a token: ${visitor.join(', ')}; with one: ${shopper.join(', ')}`,
    met,
    rounds: {},
  }
}

/** The kinds of all requests beside the page itself, once the page has been quiet for a while. */
async function quiet({ page, url, requests }: Page): Promise<string[]> {
  await page.goto(url)
  await page.waitForLoadState('networkidle')
  return requests
}

/** W2: everything it takes to open and chat in one language, against the least these libraries can be. */
export async function openRow(): Promise<Row> {
  const files = toChat()
  const ours = files.reduce((sum, { gzip }) => sum + gzip, 0)
  const floor = await bareFloor()
  return {
    id: 'W2',
    what: 'everything to open and chat, in English',
    target: '<= 31 KB gzip',
    measured:
      `${kilobytes(ours)} gzip (${files.map(({ file, gzip }) => `${file} ${gzip}`).join(', ')}); ` +
      `bare floor ${kilobytes(floor)}, ratio ${(ours / floor).toFixed(2)}`,
    met: ours <= 31 * 1024,
    rounds: {},
  }
}

/** Bytes of preact, signals, socket.io-client and a toy drawer, built just as our script is. */
async function bareFloor(): Promise<number> {
  const outDir = await mkdtemp(join(tmpdir(), 'bare-floor-'))
  try {
    const builder = await createBuilder({
      logLevel: 'error',
      environments: {
        widget: { build: { outDir, rolldownOptions: { input: { hub: 'test/bench/bare-floor/loader.ts' } } } },
      },
    })
    const widget = builder.environments['widget']
    if (!widget) throw new Error('vite.config.ts has no environment named widget')
    await builder.build(widget)
    const files = await readdir(outDir, { recursive: true })
    const sizes = files
      // The other script of that build is ours, and no part of the floor.
      .filter((file) => file.endsWith('.js') && file !== 'again.js')
      .map(async (file) => gzipSize(await readFile(join(outDir, file))))
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  } finally {
    await rm(outDir, { recursive: true, force: true })
  }
}
