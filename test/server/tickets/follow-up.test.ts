import { describe, expect, it } from 'vitest'
import { type FollowUpFacts, followUpAfterReply, followUpAt } from '../../../server/tickets/follow-up.ts'
import { followUpText } from '../../../server/tickets/follow-up-text.ts'
import { minute, monday } from './an-arrival.ts'

const facts = (given: Partial<FollowUpFacts> = {}): FollowUpFacts => ({
  online: false,
  unseenAt: monday,
  sent: false,
  endedByShopper: false,
  blocked: false,
  spam: false,
  reachable: true,
  ...given,
})

describe('the follow-up', () => {
  it('W-10a is due three minutes after the last reply that was not seen', () => {
    expect(followUpAt(facts())).toBe(monday + 3 * minute)
    expect(followUpAfterReply(monday)).toBe(monday + 3 * minute)
  })

  it.each([
    ['somebody who is online', { online: true }],
    ['somebody who has seen all of it', { unseenAt: null }],
    ['a conversation that had one', { sent: true }],
    ['whoever ended the chat themselves', { endedByShopper: true }],
    ['blocked customers', { blocked: true }],
    ['spam', { spam: true }],
    ['somebody without an address, or without mail to send by', { reachable: false }],
  ] as const)('W-10b not for %s', (_, given) => {
    expect(followUpAt(facts(given))).toBeNull()
  })

  it('W-10a speaks the shopper’s language and shows their time', () => {
    const missed = [{ at: monday, who: 'Lin', text: 'It is in Hamburg.' }]
    const inLanguage = (locale: string | null) => followUpText(missed, { shop: 'Tidewick', locale, timeZone: 'UTC' })
    expect(inLanguage('de-AT')).toContain('Während Sie weg waren, hat Tidewick')
    expect(inLanguage('de')).toContain('Lin, 02.03.2026, 10:00\nIt is in Hamburg.')
    expect(inLanguage('pt')).toContain('Tidewick respondeu')
    expect(inLanguage('ar')).toContain('أجابك Tidewick')
    for (const locale of [null, 'en', 'constructor', 'xx']) expect(inLanguage(locale)).toContain('While you were away')
  })
})
