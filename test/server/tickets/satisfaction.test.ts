import { describe, expect, it } from 'vitest'
import {
  askByMailAt,
  askSatisfaction,
  type ByMail,
  type Over,
  type Saying,
  takesRating,
} from '../../../server/tickets/satisfaction.ts'

const day = 86_400_000
const now = 1_000 * day
const over = (given: Partial<Over> = {}): Over => ({
  on: true,
  ticket: { status: 'closed' },
  answered: true,
  blocked: false,
  so: 'never',
  lastAskedAt: null,
  now,
  ...given,
})

it('D-10a a customer is asked after a close, where the shop wants to know', () => {
  expect(askSatisfaction(over())).toBe('ask')
  expect(askSatisfaction(over({ on: false }))).toBe('no')
  for (const status of ['open', 'snoozed'] as const) expect(askSatisfaction(over({ ticket: { status } }))).toBe('no')
})

it.each([
  ['never asked', { so: 'never' }, 'ask'],
  ['asked and silent, as on another page', { so: 'asked', lastAskedAt: now - 1 }, 'still'],
  ['answered', { so: 'told', lastAskedAt: now - 40 * day }, 'no'],
] as const)('D-10b once a ticket: %s', (_so, given, verdict) => {
  expect(askSatisfaction(over(given))).toBe(verdict)
})

it.each([
  [30 * day - 1, 'no'],
  [30 * day, 'ask'],
  [0, 'no'],
] as const)('D-10c at most once a customer in 30 days: asked about another ticket %i ms ago', (ago, verdict) => {
  expect(askSatisfaction(over({ lastAskedAt: now - ago }))).toBe(verdict)
})

it.each([
  ['spam', { ticket: { status: 'closed', spam: true } }],
  ['a blocked customer', { blocked: true }],
  ['a ticket that no agent answered', { answered: false }],
] as const)('D-10d not after %s, and not a second time either', (_what, given) => {
  for (const so of ['never', 'asked', 'told'] as const) expect(askSatisfaction(over({ ...given, so }))).toBe('no')
})

describe('by mail', () => {
  const minute = 60_000
  const byMail = (given: Partial<ByMail> = {}): ByMail => ({
    over: over(),
    closedAt: now - 10 * minute,
    inDrawer: false,
    address: 'ada@post.example',
    own: ['support@shop.example', '+4915112345678'],
    lost: false,
    lastAnswerAt: null,
    ...given,
  })

  it('D-10f ten minutes after the close, and late where the desk was not running', () => {
    expect(askByMailAt(byMail())).toBe(now)
    expect(askByMailAt(byMail({ closedAt: now }))).toBe(now + 10 * minute)
    expect(askByMailAt(byMail({ closedAt: now - 9 * day }))).toBe(now - 9 * day + 10 * minute)
  })

  it('D-10f not while the drawer asks, looked at again for two days', () => {
    expect(askByMailAt(byMail({ inDrawer: true }))).toBe(now + 10 * minute)
    expect(askByMailAt(byMail({ inDrawer: true, closedAt: now - 2 * day }))).toBe(null)
  })

  it.each([
    ['the drawer has asked', { over: over({ so: 'asked' }) }],
    ['they have said', { over: over({ so: 'told' }) }],
    ['they were asked lately', { over: over({ lastAskedAt: now - day }) }],
    ['it is open again', { over: over({ ticket: { status: 'open' } }) }],
    ['it is spam', { over: over({ ticket: { status: 'closed', spam: true } }) }],
    ['they are blocked', { over: over({ blocked: true }) }],
    ['no agent answered', { over: over({ answered: false }) }],
    ['the shop does not want to know', { over: over({ on: false }) }],
  ] as const)('D-10d, D-10f not where %s', (_why, given) => {
    expect(askByMailAt(byMail(given))).toBe(null)
  })

  it.each([null, 'no-reply@carrier.example', 'news-request@list.example', 'mailer-daemon@post.example', ''])(
    'P-5, D-10f not to %s, nor to ourselves or where the last mail came back',
    (address) => {
      expect(askByMailAt(byMail({ address }))).toBe(null)
      expect(askByMailAt(byMail({ address: 'support+t1@shop.example' }))).toBe(null)
      expect(askByMailAt(byMail({ lost: true }))).toBe(null)
    },
  )

  it('P-5 a day after another automatic mail to them', () => {
    expect(askByMailAt(byMail({ lastAnswerAt: now - 60 * minute }))).toBe(now + day - 60 * minute)
    expect(askByMailAt(byMail({ lastAnswerAt: now - day }))).toBe(now)
  })
})

describe('what is said', () => {
  const saying = (given: Partial<Saying> = {}): Saying => ({
    spam: false,
    blocked: false,
    askedAt: now - 1,
    toldAt: null,
    now,
    ...given,
  })

  it('D-10b is taken from who was asked, for 30 days', () => {
    expect(takesRating(saying())).toBe('yes')
    expect(takesRating(saying({ askedAt: null }))).toBe('no')
    expect(takesRating(saying({ askedAt: now - 30 * day + 1 }))).toBe('yes')
    expect(takesRating(saying({ askedAt: now - 30 * day }))).toBe('no')
  })

  it('D-10b can be changed for a day, and no more', () => {
    expect(takesRating(saying({ toldAt: now - day + 1, askedAt: now - 2 * day }))).toBe('yes')
    expect(takesRating(saying({ toldAt: now - day, askedAt: now - 2 * day }))).toBe('told')
  })

  it('D-10d is not taken after spam or a block', () => {
    for (const toldAt of [null, now - 1, now - 3 * day]) {
      expect(takesRating(saying({ spam: true, toldAt }))).toBe('no')
      expect(takesRating(saying({ blocked: true, toldAt }))).toBe('no')
    }
  })
})
