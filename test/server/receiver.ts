import { createServer, type IncomingHttpHeaders } from 'node:http'
import { onTestFinished } from 'vitest'

export type Got = { path: string; headers: IncomingHttpHeaders; body: string }
type Says = { status: number; headers?: Record<string, string>; body?: string }

/** A program of the shop on this machine, which keeps what it is told. `says`: its answer; null: none ever comes. */
export async function startReceiver(says: (got: Got) => Says | null = () => ({ status: 200 })) {
  const got: Got[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const one = { path: request.url ?? '', headers: request.headers, body: Buffer.concat(parts).toString('utf8') }
      got.push(one)
      const answer = says(one)
      if (answer !== null) response.writeHead(answer.status, answer.headers).end(answer.body)
    })
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    })
  onTestFinished(close)
  return { url: `http://127.0.0.1:${port}`, got, close }
}
