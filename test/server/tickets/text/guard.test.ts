import { expect, it } from 'vitest'
import { firstAutomation } from '../../../../server/protocol/automation.ts'
import { channelNames } from '../../../../server/protocol/channel.ts'
import { isScanned, type Writer } from '../../../../server/tickets/spam-guard.ts'
import { lessonAfter } from '../../../../server/tickets/text/lesson.ts'

const stranger: Writer = { blocked: false, signedIn: false, answered: false, ordered: false, cleared: false }
const everywhere = { email: true, sms: true, whatsapp: true, instagram: true, messenger: true }

it('S-8 scans strangers only: whoever was answered, has ordered, is signed in or was cleared is never hidden', () => {
  expect(isScanned('sms', everywhere, stranger)).toBe(true)
  for (const why of ['blocked', 'signedIn', 'answered', 'ordered', 'cleared'] as const) {
    for (const channel of channelNames) {
      expect(isScanned(channel, everywhere, { ...stranger, [why]: true }), `${channel} ${why}`).toBe(false)
    }
  }
})

it('S-8 never scans web chat, and other channels where they are switched on: mail and SMS to begin with', () => {
  const { scanner } = firstAutomation()
  expect(channelNames.filter((channel) => isScanned(channel, everywhere, stranger))).not.toContain('web_chat')
  expect(channelNames.filter((channel) => isScanned(channel, scanner, stranger)).toSorted()).toEqual(['email', 'sms'])
  expect(isScanned('sms', { ...everywhere, sms: false }, stranger)).toBe(false)
})

it('S-8, D-5 has one lesson a ticket: a second opinion replaces it, the same one changes nothing, undo brings back', () => {
  const first = lessonAfter(undefined, true, ['win'])
  expect(first).toEqual({ yes: true, before: null, words: ['win'] })
  if (first === null || first === 'unchanged') throw new Error('There is no lesson.')
  expect(lessonAfter(first, true, ['other'])).toBe('unchanged')
  const second = lessonAfter(first, false, ['win', 'now'])
  expect(second).toEqual({ yes: false, before: true, words: ['win', 'now'] })
  if (second === null || second === 'unchanged') throw new Error('There is no lesson.')
  expect(lessonAfter(second, 'taken_back', [])).toEqual({ yes: true, before: null, words: ['win', 'now'] })
  expect(lessonAfter(first, 'taken_back', [])).toBeNull()
  expect(lessonAfter(undefined, 'taken_back', [])).toBe('unchanged')
})
