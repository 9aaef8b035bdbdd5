/** Something that a person can put right; the message is the sentence to show, without a trace. */
export class StartProblem extends Error {
  name = 'StartProblem'
}

/**
 * The end of what a program said: its last lines, which mostly tell why it ended.
 * @param {string} text
 */
export function lastLines(text, count = 12) {
  return text.trim().split('\n').slice(-count).map(readable).join('\n')
}

/** Our own log lines are JSON; a person wants their message. @param {string} line */
function readable(line) {
  try {
    const { msg, err } = JSON.parse(line)
    const message = [msg, err?.message].filter((part) => typeof part === 'string').join(': ')
    return message === '' ? line : message
  } catch {
    return line
  }
}
