import { createHmac } from 'node:crypto'
import { expect, it } from 'vitest'
import {
  answeredMessage,
  bounceAddress,
  bouncedMessage,
  outgoingMessageId,
  repliedThread,
  replyAddress,
} from '../../../../server/channels/mail/reply-token.ts'

const id = '0190c2f4-7a6b-4c3d-8e9f-a0b1c2d3e4f5'
const sign = (value: string) => createHmac('sha256', 'key of this desk').update(value).digest('base64url')
const other = (value: string) => createHmac('sha256', 'key of another desk').update(value).digest('base64url')
const address = replyAddress({ mailbox: 'support@desk.example', thread: id }, sign)

it('S13 knows the addresses it made, however they are written', () => {
  expect(address).toMatch(/^support\+[a-z2-7]{42}@desk\.example$/)
  expect(repliedThread(address, sign)).toBe(id)
  expect(repliedThread(address.toUpperCase(), sign)).toBe(id)
})

it('S13 knows no address it did not make', () => {
  const [, token = ''] = /\+(.*)@/.exec(address) ?? []
  const turned = [...token].map((letter, at) => token.slice(0, at) + (letter === 'a' ? 'b' : 'a') + token.slice(at + 1))
  for (const wrong of [...turned, token.slice(1), `${token}a`, '', '__proto__', '\u0131'.repeat(42)])
    expect([wrong, repliedThread(`support+${wrong}@desk.example`, sign)]).toEqual([wrong, null])
  expect(repliedThread(address, other)).toBeNull()
  expect(repliedThread('support@desk.example', sign)).toBeNull()
  expect(repliedThread('nonsense', sign)).toBeNull()
})

it('S13 takes a token for nothing but what it was made for', () => {
  const bounce = bounceAddress({ message: id, domain: 'desk.example' }, sign)
  const messageId = outgoingMessageId({ message: id, domain: 'desk.example' }, sign)
  const tokenOf = (text: string) => /[a-z2-7]{42}/.exec(text)?.[0] ?? ''
  expect(bouncedMessage(tokenOf(bounce), sign)).toBe(id)
  expect(answeredMessage(messageId, sign)).toBe(id)
  expect(repliedThread(bounce, sign)).toBeNull()
  expect(bouncedMessage(tokenOf(address), sign)).toBeNull()
  expect(answeredMessage(`${tokenOf(address)}@desk.example`, sign)).toBeNull()
  expect(outgoingMessageId({ message: id, domain: 'desk.example' }, sign)).toBe(messageId)
})

it('makes no address that could not be written to', () => {
  const thread = id
  expect(() => replyAddress({ mailbox: `${'a'.repeat(22)}@desk.example`, thread }, sign)).toThrow('no reply address')
  expect(() => replyAddress({ mailbox: 'a b@desk.example', thread }, sign)).toThrow('no reply address')
  expect(() => replyAddress({ mailbox: 'a@desk.example', thread: 'x' }, sign)).toThrow('UUID')
  expect(() => replyAddress({ mailbox: 'a@desk.example', thread }, () => 'short')).toThrow('too short')
})
