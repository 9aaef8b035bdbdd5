import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export type Received = { method: string; path: string; headers: IncomingMessage['headers']; body: string }

/** How a provider behaves: it answers, says nothing for ever, or breaks the connection once the request is in. */
export type Behaviour =
  | { status: number; body: string | Buffer; headers?: Record<string, string> }
  | 'silence'
  | 'break off'
  | 'break off half way'

/** A provider on a port of its own, for one test. */
export async function startProvider(
  behave: Behaviour | ((received: Received) => Behaviour | Promise<Behaviour>),
): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request
      const one = { method, path, headers, body: Buffer.concat(parts).toString('utf8') }
      received.push(one)
      void Promise.resolve(typeof behave === 'function' ? behave(one) : behave).then((how) => act(how, response))
    })
  })
  const port = await listening(server)
  onTestFinished(() => closed(server))
  return { url: `http://127.0.0.1:${port}`, received }
}

function act(how: Behaviour, response: ServerResponse): void {
  if (how === 'silence') return
  if (how === 'break off') return void response.socket?.destroy()
  if (how === 'break off half way') {
    response.writeHead(200, { 'content-length': '1000' })
    response.write('{"half":')
    return void setImmediate(() => response.socket?.destroy())
  }
  response.writeHead(how.status, { 'content-type': 'application/json', ...how.headers }).end(how.body)
}

/** An address at which nobody listens. */
export async function nobodysUrl(): Promise<string> {
  const server = createServer()
  const port = await listening(server)
  await closed(server)
  return `http://127.0.0.1:${port}`
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address: string | AddressInfo | null = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return address.port
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
}
