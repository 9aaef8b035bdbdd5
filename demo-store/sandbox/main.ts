import { z } from 'zod'
import { followParent } from '../../server/parent.ts'
import { createSandbox } from './app.ts'

const port = z.coerce.number().int().min(0).max(65_535)
const address = z.url({ protocol: /^https?$/ })

const environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(3002),
  SANDBOX_SMTP_PORT: port.default(2526),
  SMTP_PORT: port.default(2525),
  SANDBOX_SECRET: z.string().min(32),
  DESK_URL: address.default('http://127.0.0.1:3000'),
  HOOKS_URL: address.optional(),
})

/** So that a message is seen on its way from "sent" to "delivered" to "read". */
const paceMs = 600

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const fail = (line: string): never => {
  process.stderr.write(`sandbox: ${line}\n`)
  process.exit(1)
}

const parsed = environment.safeParse(process.env)
if (!parsed.success) fail(`the settings do not fit. ${z.prettifyError(parsed.error)}`)
else {
  const { HOST, PORT, SANDBOX_SMTP_PORT, SMTP_PORT, SANDBOX_SECRET, DESK_URL, HOOKS_URL } = parsed.data
  const sandbox = await createSandbox({
    host: HOST,
    port: PORT,
    smtpListenPort: SANDBOX_SMTP_PORT,
    smtpPort: SMTP_PORT,
    secret: SANDBOX_SECRET,
    deskUrl: DESK_URL,
    hooksUrl: HOOKS_URL,
    paceMs,
    log: (line) => say(`${new Date().toISOString()} ${line}`),
  }).catch((error: unknown) => {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    return fail(
      taken
        ? `port ${PORT} or ${SANDBOX_SMTP_PORT} is taken. Set SANDBOX_PORT or SANDBOX_SMTP_PORT to another one.`
        : String(error),
    )
  })

  let leaving = false
  const leave = (): void => {
    if (leaving) return
    leaving = true
    sandbox.close().then(
      () => process.exit(0),
      (error: unknown) => fail(String(error)),
    )
  }
  process.on('SIGTERM', leave)
  process.on('SIGINT', leave)
  followParent(leave)
  say(`sandbox at ${sandbox.url}, mail at ${sandbox.smtpUrl}`)
}
