import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packed } from '../../../server/tickets/text/weigh.ts'
import { readMails, readOwnClean, readOwnSpam, readSms, readTagged } from './read-data.ts'
import { crossScored, figuresOf, learnSpam, ownExamples, thresholdOf } from './spam-learning.ts'
import { learnTopics } from './topic-learning.ts'

const models = join('server', 'tickets', 'text')

/** Learns the desk's weights anew from a folder of labelled messages and our own, and writes them where they belong. */
export async function learnAll(folder: string): Promise<void> {
  const tagged = await readTagged()
  const own = ownExamples({ tagged, clean: await readOwnClean(), spam: await readOwnSpam() })
  const sms = await readSms(folder)
  const { mails } = await readMails(folder)
  const messages = [...sms, ...mails]
  // By the SMS: of mails there are too few to choose anything by.
  const scored = crossScored(messages, own, 5).filter(({ message }) => message.said.subject === null)
  const threshold = thresholdOf(scored)
  await write('spam-model.json', { threshold, ...packed(learnSpam(messages, own)) })
  await write(
    'topic-model.json',
    Object.fromEntries(learnTopics(tagged).map(([topic, weights]) => [topic, packed(weights)])),
  )
  const prints = [...new Set(messages.map(({ print }) => print))].toSorted((a, b) => a - b)
  await writeFile(
    join('test', 'bench', 'text', 'learned-from.json'),
    `${JSON.stringify({ prints: prints.map((print) => print.toString(36)).join(' ') }, null, 2)}\n`,
  )
  const { precision, recall } = figuresOf(
    scored.map(({ message, sum }) => ({ marked: sum > threshold, spam: message.spam })),
  )
  console.log(
    `${messages.length} messages; threshold ${threshold}; SMS not learned from: ${precision.toFixed(4)} precision, ${recall.toFixed(4)} recall`,
  )
}

async function write(name: string, model: object): Promise<void> {
  await writeFile(join(models, name), `${JSON.stringify(model, null, 2)}\n`)
}
