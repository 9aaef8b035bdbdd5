import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartProblem } from './problem.mjs'

/** @typedef {{ shop: string, app: string, sandbox: string, api: string }} Secrets */

/**
 * The secrets of this installation, made once and kept in the data folder for its owner alone.
 * @param {string} dataDir
 * @returns {Secrets}
 */
export function keepSecrets(dataDir) {
  const file = join(dataDir, 'secrets.json')
  const unfinished = `${file}.new-${process.pid}`
  try {
    mkdirSync(dataDir, { recursive: true })
    const secrets = { shop: makeSecret(), app: makeSecret(), sandbox: makeSecret(), api: makeSecret() }
    writeFileSync(unfinished, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
    // A link never replaces a file that is there, and is never half there.
    linkSync(unfinished, file)
  } catch (error) {
    if (error.code !== 'EEXIST') {
      throw new StartProblem(
        `The folder ${dataDir} cannot be written to (${error.code}). Set DATA_DIR to one that can.`,
      )
    }
  } finally {
    rmSync(unfinished, { force: true })
  }
  return withLater(file, read(file))
}

/**
 * The secrets that are there, for who must not make any; undefined where there are none.
 * @param {string} dataDir
 * @returns {Secrets | undefined}
 */
export function keptSecrets(dataDir) {
  const file = join(dataDir, 'secrets.json')
  return existsSync(file) ? read(file) : undefined
}

/** Older installations have none for what came later: the sandbox, the shop's own systems. */
function withLater(file, secrets) {
  if (isSecret(secrets.sandbox) && isSecret(secrets.api)) return secrets
  const whole = { sandbox: makeSecret(), api: makeSecret(), ...secrets }
  const unfinished = `${file}.new-${process.pid}`
  writeFileSync(unfinished, `${JSON.stringify(whole, null, 2)}\n`, { mode: 0o600 })
  renameSync(unfinished, file)
  return whole
}

function makeSecret() {
  return randomBytes(32).toString('base64url')
}

function read(file) {
  try {
    const { shop, app, ...later } = JSON.parse(readFileSync(file, 'utf8'))
    if (isSecret(shop) && isSecret(app)) return { shop, app, ...later }
  } catch {
    // Told below.
  }
  throw new StartProblem(
    `${file} cannot be read, or does not hold the secrets of this installation. Bring it back from a backup, or ` +
      'remove it to have new ones made: channels must then be connected again.',
  )
}

function isSecret(value) {
  return typeof value === 'string' && value.length >= 43
}
