import { type Topic, topics } from '../../../server/protocol/topics.ts'
import { findIn } from '../../../server/tickets/text/features.ts'
import { findTopics } from '../../../server/tickets/text/find-topics.ts'
import { isSpam, judge } from '../../../server/tickets/text/scan.ts'
import { nothingTaught } from '../../../server/tickets/text/taught.ts'
import type { Row } from '../row.ts'
import learnedFrom from './learned-from.json' with { type: 'json' }
import { type Labelled, readMails, readOwnClean, readOwnSpam, readSms, readTagged, type Tagged } from './read-data.ts'
import { crossScored, figuresOf, ownExamples, thresholdOf } from './spam-learning.ts'

type Judged = { marked: boolean; spam: boolean }

/**
 * How well the scanner and the tagger do on messages that they have not learned from. What the shipped weights have
 * never seen is judged by them; what they were learned from is judged by weights learned anew without it, five times a
 * fifth, with a threshold chosen without it as well. Tags are measured on the half of our own messages that is held out.
 */
export async function textRows(folder: string): Promise<Row[]> {
  const sms = await readSms(folder)
  const { mails, unreadable } = await readMails(folder)
  if (sms.length + mails.length === 0) throw new Error(`there are no sms-*.tsv and no mails-* in ${folder}`)
  const tagged = await readTagged()
  const own = ownExamples({ tagged, clean: await readOwnClean(), spam: await readOwnSpam() })
  const crossed = crossJudged([...sms, ...mails].filter(wasLearned), own)
  return [
    spamRow('SMS', sms, crossed, { precision: 0.98, recall: 0.9 }),
    spamRow('mails', mails, crossed, null, unreadable),
    ...tagRows(tagged.filter(({ held }) => held)),
    timeRow(sms),
  ]
}

const prints = new Set(learnedFrom.prints.split(' '))
const wasLearned = ({ print }: Labelled) => prints.has(print.toString(36))
/** Fewer are no test of a fresh start. */
const fewest = 200

function crossJudged(learned: Labelled[], own: ReturnType<typeof ownExamples>): Map<Labelled, Judged> {
  if (learned.length < fewest) return new Map()
  const scored = crossScored(learned, own, 5)
  const short = scored.filter(({ message }) => message.said.subject === null)
  const thresholds = new Map<number, number>()
  for (const part of new Set(scored.map((one) => one.part))) {
    thresholds.set(part, thresholdOf(short.filter((one) => one.part !== part)))
  }
  return new Map(
    scored.map(({ message, sum, part }) => [
      message,
      { marked: isSpam(findIn(message.said), sum, thresholds.get(part) ?? 0), spam: message.spam },
    ]),
  )
}

function spamRow(
  what: string,
  messages: Labelled[],
  crossed: ReadonlyMap<Labelled, Judged>,
  target: { precision: number; recall: number } | null,
  unreadable: string[] = [],
): Row {
  const fresh = messages.filter((message) => !wasLearned(message))
  const judgedFresh = fresh.map(({ said, spam }) => ({ marked: judge(said, nothingTaught).spam, spam }))
  const judgedAnew = messages.flatMap((message) => crossed.get(message) ?? [])
  const all = [...judgedFresh, ...judgedAnew]
  const { precision, recall } = figuresOf(all)
  const left = messages.length - all.length
  return {
    id: 'text',
    what: `spam in ${what}, on messages not learned from`,
    target:
      target === null ? 'none given: few to judge by' : `precision >= ${target.precision}, recall >= ${target.recall}`,
    measured: [
      ...(judgedFresh.length > 0 ? [`never seen: ${said(judgedFresh)}`] : []),
      ...(judgedAnew.length > 0 ? [`learned anew without it, five times a fifth: ${said(judgedAnew)}`] : []),
      ...(left > 0 ? [`${left} learned from and too few to learn anew: left out`] : []),
      ...(unreadable.length > 0 ? [`unreadable: ${unreadable.join(', ')}`] : []),
    ].join('\n              '),
    met: target === null || (precision >= target.precision && recall >= target.recall),
    rounds: {},
  }
}

function said(judged: Judged[]): string {
  const { n, spam, hits, alarms, precision, recall } = figuresOf(judged)
  const figures = `precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}`
  return `${figures} (${n} messages, ${spam} spam: ${hits} found, ${spam - hits} missed, ${alarms} false alarms)`
}

const languages = ['en', 'de', 'pt'] as const

function tagRows(held: Tagged[]): Row[] {
  const found = held.map((one) => ({ ...one, found: findTopics({ subject: null, text: one.text }, new Map(), false) }))
  const of = (topic: Topic, of: typeof found) =>
    figuresOf(
      of.map(({ topics: right, found: marked }) => ({ marked: marked.includes(topic), spam: right.includes(topic) })),
    )
  const cell = ({ precision, recall, spam }: ReturnType<typeof figuresOf>) =>
    `${precision.toFixed(2)} ${recall.toFixed(2)} (${spam})`.padEnd(16)
  const lines = topics.map((topic) =>
    [
      topic.padEnd(16),
      cell(of(topic, found)),
      ...languages.map((language) =>
        cell(
          of(
            topic,
            found.filter((one) => one.language === language),
          ),
        ),
      ),
    ].join(''),
  )
  const all = (some: typeof found) =>
    figuresOf(
      topics.flatMap((topic) =>
        some.map((one) => ({ marked: one.found.includes(topic), spam: one.topics.includes(topic) })),
      ),
    )
  const total = [
    'all'.padEnd(16),
    cell(all(found)),
    ...languages.map((language) => cell(all(found.filter((one) => one.language === language)))),
  ].join('')
  const head = ['tag'.padEnd(16), ...['all', 'English', 'German', 'Portuguese'].map((name) => name.padEnd(16))].join('')
  return [
    {
      id: 'text',
      what: `automatic tags on the held-out half of our own messages (${held.length}): precision, recall (how many)`,
      target: 'none given',
      measured: ['', head, ...lines, total].join('\n    '),
      met: true,
      rounds: {},
    },
  ]
}

/** Both together on ordinary messages, in rounds. */
function timeRow(messages: Labelled[]): Row {
  const some = messages.slice(0, 1_000)
  const rounds = Array.from({ length: 7 }, () => {
    const before = process.cpuUsage()
    for (const { said } of some) {
      judge(said, nothingTaught)
      findTopics(said, new Map(), false)
    }
    const { user, system } = process.cpuUsage(before)
    return Number(((user + system) / Math.max(1, some.length)).toFixed(1))
  }).slice(1)
  const middle = rounds.toSorted((a, b) => a - b)[Math.floor(rounds.length / 2)] ?? 0
  return {
    id: 'text',
    what: 'scanning and tagging one SMS, processor time',
    target: '< 1,000 µs',
    measured: `${middle} µs`,
    met: middle < 1_000,
    rounds: { µs: rounds },
  }
}
