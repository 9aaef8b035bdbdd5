import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { dataDir, root } from './folders.mjs'

/**
 * What a person reads when everything runs; its last line is for programs that wait for it.
 * @param {{ name: string, url: string }[]} parts
 */
export function welcome(parts) {
  const url = Object.fromEntries(parts.map((part) => [part.name, part.url]))
  const lines = ['', 'Customer Hub runs on this machine.', '']
  lines.push(`  Demo store  ${url.store}`, `  Inbox       ${url.desk}/inbox`)
  for (const { role, email, password } of accounts()) lines.push(`              ${email}  ${password}  (${role})`)
  lines.push(
    `  Sandbox     ${url.sandbox}`,
    '              the customers’ phones and mailboxes, and what their carriers do',
  )
  lines.push('', `  Data        ${dataPlaces()}`, `  Logs        ${join(dataDir, '*.log')}`)
  lines.push('', 'Stop it with Ctrl-C.', `ready ${parts.map((part) => `${part.name}=${part.url}`).join(' ')}`)
  return lines.join('\n')
}

/** The people whom the desk puts into an empty demo. */
function accounts() {
  const file = join(root, 'server', 'demo-accounts.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
}

function dataPlaces() {
  if (process.env.DATABASE_URL) return `${dataDir}, and the database that DATABASE_URL names`
  const link = join(dataDir, 'pg')
  const real = existsSync(link) ? realpathSync(link) : link
  return real === link ? dataDir : `${dataDir}, and ${real} for the database`
}
