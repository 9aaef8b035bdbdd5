import { expect, it } from 'vitest'
import { leftAddress } from '../../../server/tickets/left-address.ts'

const own = ['support@shop.example', 'support@desk.example']

it.each([
  ['eva@post.example', 'eva@post.example'],
  ['  Eva@Post.example.\n', 'eva@post.example'],
  ['eva+shop@mail.post.example', 'eva+shop@mail.post.example'],
])('R-6b a message that is an address, whole, says where answers may go: %j', (text, address) => {
  expect(leftAddress(text, own)).toBe(address)
})

it.each([
  'My address is eva@post.example',
  'eva@post.example and bob@post.example',
  'eva@post',
  '@post.example',
  'eva@@post.example',
  'eva@post.example\r\nBcc: bob@post.example',
  '<eva@post.example>',
  'support@shop.example',
  'Support+x@Desk.example',
  `${'a'.repeat(65)}@post.example`,
  '',
  'x'.repeat(100_000),
])('R-6b any other message says nothing of the kind: %.40j', (text) => {
  expect(leftAddress(text, own)).toBeNull()
})
