import type { Case } from './case.ts'
import { createDoors, type Said } from './door.ts'
import { emailCases } from './email.ts'
import { metaCases } from './meta.ts'
import { smsCases } from './sms.ts'

export const cases: readonly Case[] = [...smsCases, ...metaCases, ...emailCases]

export type SimOptions = {
  deskUrl: string
  hooksUrl: string
  smtpPort: number
  secret: string
  now: () => number
  say: (line: string) => void
}

/** Every case there is, with what it sends. */
export const listCases = (say: (line: string) => void): void => {
  const width = Math.max(...cases.map(({ name }) => name.length))
  say('npm run sim <channel>/<case>   posts one case at the running desk (npm start), and says what was answered')
  say('npm run sim <channel>          posts all cases of a channel; "all" posts every one')
  say('')
  for (const { name, words } of cases) say(`  ${name.padEnd(width)}  ${words}`)
  say('')
  say('SIM_DESK_URL (http://127.0.0.1:3000), SMTP_PORT (2525), HOOKS_URL; SANDBOX_SECRET or the one in DATA_DIR.')
}

/** The cases that a name means: one, a channel's, or all. */
export const casesOf = (name: string): readonly Case[] =>
  name === 'all' ? cases : cases.filter((one) => one.name === name || one.name.startsWith(`${name}/`))

/** Posts cases and says for each what was sent and what came back. True where every answer was right. */
export const runCases = async (chosen: readonly Case[], id: string, options: SimOptions): Promise<boolean> => {
  const { now, say } = options
  const doors = createDoors(options)
  let isRight = true
  for (const one of chosen) {
    say(`${one.name}: ${one.words}`)
    const answers = await one.run(doors, { now: now(), id })
    for (const answer of answers) say(`  ${lineOf(answer, one)}`)
    isRight &&= answers.every(({ status }) => one.right.includes(status))
  }
  return isRight
}

const lineOf = ({ what, status, words }: Said, { right }: Case): string => {
  const answer = status === 0 ? 'no answer' : String(status)
  const more = words === '' || words.startsWith(answer) ? words.slice(answer.length) : ` ${words}`
  const verdict = right.includes(status) ? 'ok ' : 'BAD'
  return `${verdict} sent ${what}; answered ${answer}${more}${right.includes(status) ? '' : ` (right: ${right.join(' or ')})`}`
}
