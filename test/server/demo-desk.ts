import { io } from 'socket.io-client'
import { onTestFinished } from 'vitest'
import accounts from '../../server/demo-accounts.json' with { type: 'json' }
import { protocolVersion } from '../../server/protocol/version.ts'
import { connect, type Db } from '../../server/store/connect.ts'
import { runningServer } from '../../server/store/embedded/running.ts'
import type { AgentSocket } from './installation.ts'

/** The socket of a demo account's page. */
export async function signedIn(url: string): Promise<AgentSocket> {
  const [, { email, password } = { email: '', password: '' }] = accounts
  const answer = await fetch(`${url}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url, 'x-hub': '1' },
    body: JSON.stringify({ email, password }),
  })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  const auth = { v: protocolVersion }
  const socket: AgentSocket = io(url, {
    path: '/socket/agent',
    transports: ['websocket'],
    reconnection: false,
    auth,
    extraHeaders: { cookie, origin: url },
  })
  onTestFinished(() => void socket.disconnect())
  return socket
}

/** Looks into the database of a desk that runs. */
export async function within<T>(dataDir: string, look: (db: Db) => Promise<T>): Promise<T> {
  const running = await runningServer(dataDir)
  if (running === null) throw new Error('There is no database.')
  const store = connect(running)
  try {
    return await look(store.db)
  } finally {
    await store.close()
  }
}
