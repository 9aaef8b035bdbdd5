import { spawn } from 'node:child_process'
import { root } from './folders.mjs'

/**
 * Runs a program in the project's folder to its end and keeps what it says. Rejects when there is no such program,
 * or when `signal` ends it.
 * @param {string} program
 * @param {string[]} args
 * @param {AbortSignal | undefined} signal
 * @returns {Promise<{ isOk: boolean, output: string }>}
 */
export function runProgram(program, args, signal) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NO_COLOR: '1' }
    const child = spawn(program, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'], signal })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text
      })
    }
    child.once('error', reject)
    child.once('close', (code) => resolve({ isOk: code === 0, output }))
  })
}
