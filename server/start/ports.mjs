import { createServer } from 'node:net'
import { StartProblem } from './problem.mjs'

export const host = '127.0.0.1'

/**
 * A port for each part: the one its variable names, else its usual one; for 0 a free one is found.
 * Rejects with a StartProblem when one cannot be had, before anything is started.
 * @param {{ name: string, variable: string, port: number }[]} parts
 * @returns {Promise<Map<string, number>>} by name
 */
export async function choosePorts(parts) {
  const ports = new Map()
  const taken = []
  try {
    for (const { name, variable, port } of parts) {
      const wanted = parse(variable, process.env[variable] || String(port))
      const server = await listen(wanted, variable)
      // All are held until the last is found, so that no two get the same.
      taken.push(server)
      ports.set(name, server.address().port)
    }
  } finally {
    await Promise.all(taken.map((server) => new Promise((resolve) => server.close(resolve))))
  }
  return ports
}

function parse(variable, text) {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new StartProblem(`${variable} is "${text}", which is not a port. Set it to a number from 0 to 65535.`)
}

function listen(port, variable) {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error) => {
      const why = error.code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be opened (${error.code})`
      reject(new StartProblem(`Port ${port} ${why}. Set ${variable} to another one, as in "${variable}=0 npm start".`))
    })
    server.listen(port, host, () => resolve(server))
  })
}
