import { z } from 'zod'
import { casesOf, listCases, runCases } from './run.ts'

const address = z.url({ protocol: /^https?$/ })
const environment = z.object({
  SIM_DESK_URL: address.default('http://127.0.0.1:3000'),
  HOOKS_URL: address.optional(),
  SMTP_PORT: z.coerce.number().int().min(1).max(65_535).default(2525),
  SANDBOX_SECRET: z.string().min(32),
})

const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** `npm run sim`: posts the carriers' odd cases at a running desk. */
const [name, id = ''] = process.argv.slice(2)
const parsed = environment.safeParse(process.env)
const chosen = casesOf(name ?? '')
if (name === undefined) listCases(say)
else if (chosen.length === 0) {
  listCases(say)
  say(`\nThere is no case called ${name}.`)
  process.exitCode = 1
} else if (!parsed.success) {
  say(`The settings do not fit. ${z.prettifyError(parsed.error)}`)
  process.exitCode = 1
} else {
  const { SIM_DESK_URL, HOOKS_URL, SMTP_PORT, SANDBOX_SECRET } = parsed.data
  const isRight = await runCases(chosen, id, {
    deskUrl: SIM_DESK_URL,
    hooksUrl: HOOKS_URL ?? SIM_DESK_URL,
    smtpPort: SMTP_PORT,
    secret: SANDBOX_SECRET,
    now: Date.now,
    say,
  })
  if (!isRight) process.exitCode = 1
}
