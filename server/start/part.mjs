import { spawn } from 'node:child_process'
import { closeSync, fstatSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { root } from './folders.mjs'
import { lastLines, StartProblem } from './problem.mjs'

const upWithinMs = 120_000
const stopWithinMs = 10_000

/**
 * One running process of the product. Its words go straight to its log file.
 * @typedef {{ gone: Promise<void>, up: () => Promise<void>, stop: () => Promise<void>, ending: () => StartProblem }} Part
 */

/**
 * Starts a part. It has a channel to us, and takes its closing as the sign that we are gone; Ctrl-C in a terminal
 * reaches us alone, so that it gets one request to stop and not three.
 * @param {{ name: string, file: string, upAt: string, url: string, env: NodeJS.ProcessEnv, logFile: string }} options
 * @returns {Part}
 */
export function startPart({ name, file, upAt, url, env, logFile }) {
  const log = openLog(logFile)
  const logged = fstatSync(log).size
  const child = spawn(process.execPath, ['--enable-source-maps', file], {
    cwd: root,
    env,
    detached: true,
    stdio: ['ignore', log, log, 'ipc'],
  })
  closeSync(log)
  let isGone = false
  const gone = new Promise((resolve) => {
    const end = () => {
      isGone = true
      resolve()
    }
    child.once('exit', end)
    child.once('error', end)
  })

  const said = () => lastLines(readFileSync(logFile).subarray(logged).toString('utf8'))
  const how = () => (child.signalCode === null ? `exit code ${child.exitCode}` : child.signalCode)
  const ending = () => new StartProblem(`The ${name} has ended (${how()}). Its last words:\n${said()}\nAll: ${logFile}`)

  async function up() {
    for (const begun = Date.now(); Date.now() - begun < upWithinMs; ) {
      if (isGone) throw ending()
      if (await answers(`${url}${upAt}`)) return
      await Promise.race([gone, pause(50)])
    }
    throw new StartProblem(`The ${name} was not ready in two minutes. Its last words:\n${said()}\nAll: ${logFile}`)
  }

  async function stop() {
    child.kill('SIGTERM')
    const patience = new AbortController()
    const tooLate = pause(stopWithinMs, 'too late', { signal: patience.signal }).catch(() => undefined)
    if ((await Promise.race([gone, tooLate])) === 'too late') child.kill('SIGKILL')
    patience.abort()
    await gone
  }

  return { gone, up, stop, ending }
}

async function answers(url) {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok
  } catch {
    return false
  }
}

/** Opens a log for adding; one of more than 5 MB is put aside first. */
function openLog(logFile) {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0
  if (size > 5_000_000) renameSync(logFile, `${logFile}.old`)
  return openSync(logFile, 'a', 0o600)
}
