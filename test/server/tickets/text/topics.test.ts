import { describe, expect, it } from 'vitest'
import { topics } from '../../../../server/protocol/topics.ts'
import { topicsFor } from '../../../../server/tickets/auto-tags.ts'
import { findTopics } from '../../../../server/tickets/text/find-topics.ts'
import { topicNames } from '../../../../server/protocol/topic-names.ts'

const about = (text: string) => ({ subject: null, text })
const found = (text: string, later = false) => findTopics(about(text), new Map(), later)
const tagging = { on: true, language: 'en' as const, off: [] }

describe('topics', () => {
  it.each([
    ['I would like to send the shoes back, please email me a return label', ['returns']],
    ['Meine Lampe kam zerbrochen an, ich möchte mein Geld zurück', ['damaged_wrong', 'refund']],
    ['Qual tamanho devo pedir? Tenho 1,70 m', ['sizing']],
    ['Wo bleibt mein Paket? Die Sendungsverfolgung steht seit Tagen still', ['order_status']],
    ['Quero cancelar a minha assinatura', ['subscription']],
    ['Thank you so much, I love the mug!', ['praise']],
  ])('D-5 are found in three languages, several in a message: %s', (text, wanted) => {
    expect(found(text)).toEqual(expect.arrayContaining(wanted))
    expect(found(text).length).toBeLessThanOrEqual(3)
  })

  it('D-5 are none where nothing is said', () => {
    for (const text of ['', '?', '…', '12345', '😀😀']) expect(found(text)).toEqual([])
  })

  it('D-5 of a later message must be clear', () => {
    expect(found('thanks, ok')).toBeDefined()
    expect(found('ok', true)).toEqual([])
    expect(found('And where do I find the return label to send the shoes back?', true)).toContain('returns')
  })

  it('D-5 come by themselves once only, and not where they or all are switched off', () => {
    const text = about('I would like to send the shoes back, please email me a return label')
    expect(topicsFor(text, tagging, [], { later: false })).toContain('returns')
    expect(topicsFor(text, tagging, ['returns'], { later: false })).not.toContain('returns')
    expect(topicsFor(text, { ...tagging, off: ['returns'] }, [], { later: false })).not.toContain('returns')
    expect(topicsFor(text, { ...tagging, on: false }, [], { later: false })).toEqual([])
  })

  it('D-5 learn from corrections, within bounds', () => {
    const text = 'Do your pallets come with a forklift?'
    const words = text.toLowerCase().match(/[a-z]+/g) ?? []
    const taught = (n: number) =>
      new Map([
        [
          'shipping' as const,
          { judged: { yes: n, no: 0 }, words: new Map(words.map((word) => [word, { yes: n, no: 0 }])) },
        ],
      ])
    expect(found(text)).not.toContain('shipping')
    expect(findTopics(about(text), taught(50), false)).toContain('shipping')
    expect(findTopics(about('Thank you so much, I love the mug!'), taught(50), false)).not.toContain('shipping')
  })

  it('D-5 have names in three languages, each another one, and short enough for a tag', () => {
    for (const names of Object.values(topicNames)) {
      expect(Object.keys(names).toSorted()).toEqual(topics.toSorted())
      expect(new Set(Object.values(names)).size).toBe(topics.length)
      expect(Object.values(names).every((name) => name.length <= 40)).toBe(true)
    }
  })

  it('D-5 are few whatever is written', () => {
    for (const text of [
      'return '.repeat(15_000),
      'r'.repeat(100_000),
      '\0 '.repeat(50_000),
      'umtausch'.repeat(12_000),
    ]) {
      expect(found(text).length).toBeLessThanOrEqual(3)
    }
  })
})
