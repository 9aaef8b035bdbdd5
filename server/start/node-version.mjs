/**
 * What is wrong with this version of Node, as a sentence; undefined when nothing is. The build needs a Node that can
 * `require` modules, which 20.19 and 22.12 brought.
 * @param {string} version such as "20.19.0"
 * @returns {string | undefined}
 */
export function nodeProblem(version) {
  const numbers = version.split('.').map(Number)
  const major = numbers[0]
  const minor = numbers[1]
  const isEnough = major === 20 ? minor >= 19 : major === 22 ? minor >= 12 : major > 22
  if (isEnough) return undefined
  return (
    'Customer Hub needs Node.js 20.19 or newer (of the 22 line, 22.12 or newer), and this is ' +
    version +
    '. Install a newer one from https://nodejs.org and run the command again.'
  )
}
