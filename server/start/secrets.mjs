import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartProblem } from './problem.mjs'

/**
 * The secrets of this installation, made once and kept in the data folder for its owner alone.
 * @param {string} dataDir
 * @returns {{ shop: string, app: string }}
 */
export function keepSecrets(dataDir) {
  const file = join(dataDir, 'secrets.json')
  const unfinished = `${file}.new-${process.pid}`
  try {
    mkdirSync(dataDir, { recursive: true })
    const secrets = { shop: makeSecret(), app: makeSecret() }
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
  return read(file)
}

function makeSecret() {
  return randomBytes(32).toString('base64url')
}

function read(file) {
  try {
    const { shop, app } = JSON.parse(readFileSync(file, 'utf8'))
    if (isSecret(shop) && isSecret(app)) return { shop, app }
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
