import { expect, it } from 'vitest'
import { sessionToken } from '../../../server/web/cookies.ts'

const [real, planted] = ['r'.repeat(43), 'p'.repeat(43)]

it.each([
  [undefined, undefined],
  ['', undefined],
  [`hub=${real}`, real],
  [`a=b; hub=${real}; c=d`, real],
  [`__Host-hub=${real}`, real],
  // Another host of the same domain can plant the plain one, and have it sent first.
  [`hub=${planted}; __Host-hub=${real}`, real],
  [`__Host-hub=${real}; hub=${planted}`, real],
  [`xhub=${planted}`, undefined],
  ['hub=short', undefined],
  [`hub=${'x'.repeat(101)}`, undefined],
  [`hub=${real}%00`, undefined],
])('S5 the session in the cookies %s', (header, token) => {
  expect(sessionToken(header)).toBe(token)
})
