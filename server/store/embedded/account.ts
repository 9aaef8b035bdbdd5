import { execFile } from 'node:child_process'
import { DatabaseProblem } from '../problem.ts'

/** Whom PostgreSQL runs as: the user of this process, or another one, because PostgreSQL refuses root. */
export type Account = 'self' | { uid: number; gid: number }

type Outcome = { ok: boolean; output: string }

/** Runs a program to its end as the account, with a plain environment; never rejects, `output` holds what it said. */
export function run(account: Account, program: string, args: string[], timeoutMs = 20_000): Promise<Outcome> {
  return new Promise((resolve) => {
    const options = { ...spawnOptions(account), timeout: timeoutMs, killSignal: 'SIGKILL' as const }
    execFile(program, args, options, (error, stdout, stderr) => {
      const said = `${stdout}${stderr}`.trim()
      resolve({ ok: error === null, output: said === '' && error !== null ? error.message : said })
    })
  })
}

/** What child processes of the database need: the account, a folder that everyone may stand in, and English messages. */
export function spawnOptions(account: Account) {
  const env = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C' }
  return { cwd: '/', env, ...(account === 'self' ? {} : { uid: account.uid, gid: account.gid }) }
}

/**
 * The account for a data folder with this owner (undefined: there is none yet). An ordinary user runs as himself;
 * root runs as the folder's owner, or as `postgres` or else `nobody`.
 */
export async function chooseAccount(owner: { uid: number; gid: number } | undefined): Promise<Account> {
  if (process.getuid?.() !== 0) return 'self'
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  for (const name of ['postgres', 'nobody']) {
    const uid = await run('self', 'id', ['-u', name])
    const gid = await run('self', 'id', ['-g', name])
    if (uid.ok && gid.ok) return { uid: Number(uid.output), gid: Number(gid.output) }
  }
  throw new DatabaseProblem(
    'PostgreSQL does not run as root, and this machine has neither a user "postgres" nor "nobody" to run it as. ' +
      'Start Customer Hub as an ordinary user, or set DATABASE_URL to a PostgreSQL server of yours.',
  )
}
