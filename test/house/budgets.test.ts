import { expect, it } from 'vitest'
import { inboxFirst, loader, packagesInside, scripts, toChat, toOtherTabs } from './built.ts'

const sum = (sizes: { gzip: number }[]) => sizes.reduce((total, { gzip }) => total + gzip, 0)

it('keeps the script tag within 2.5 KB gzip (SPEED W1)', () => {
  expect(loader().gzip).toBeLessThanOrEqual(2.5 * 1024)
})

it('keeps all that is needed to open and chat within 31 KB gzip (SPEED W2)', () => {
  const files = toChat()
  expect(files.length).toBeGreaterThan(1)
  expect(sum(files), files.map(({ file, gzip }) => `${file} ${gzip}`).join(', ')).toBeLessThanOrEqual(31 * 1024)
})

it('keeps Home and Orders within 6 KB gzip, and apart from the chat', () => {
  expect(toOtherTabs().gzip).toBeLessThanOrEqual(6 * 1024)
})

it.each(['en', 'de', 'pt'])(
  'keeps what the agents’ page needs before it is drawn within 96 KB gzip, in one language (%s)',
  (language) => {
    const files = inboxFirst(language)
    const listed = files.map(({ file, gzip }) => `${file} ${gzip}`).join(', ')
    // 86 to 90 KB when this was written. A part that is not seen at once belongs behind `lazy`; a constant or a function
    // of the protocol that the page uses belongs into a file without schemas, or it brings zod (24 KB).
    expect(sum(files), listed).toBeLessThanOrEqual(96 * 1024)
  },
)

it('brings only packages that a shopper needs', () => {
  const inside = packagesInside()
  expect(inside).toContain('preact')
  expect(inside).not.toContain('zod')
})

it('tells nobody where it was built: a development build would name the files of this machine', () => {
  const told = scripts().filter(({ code }) => code.includes(process.cwd()))
  expect(told.map(({ file }) => file)).toEqual([])
})
