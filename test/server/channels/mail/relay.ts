import { createServer, type Socket } from 'node:net'

/** What a relay answers to each step; `hang` says nothing, `die` closes the connection. */
export type Script = Partial<Record<'greeting' | 'EHLO' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'mail', string>>

const manners: Required<Script> = {
  greeting: '220 relay.example ESMTP',
  EHLO: '250 relay.example',
  AUTH: '235 2.7.0 ok',
  MAIL: '250 2.1.0 ok',
  RCPT: '250 2.1.5 ok',
  DATA: '354 go on',
  mail: '250 2.0.0 taken',
}

/** An SMTP relay that behaves as badly as it is told, and remembers what it was told. */
export async function openRelay(script: Script = {}) {
  const said = { ...manners, ...script }
  const commands: string[] = []
  const mails: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    let unread = ''
    let isData = false
    const answer = (step: keyof Script) => {
      if (said[step] === 'die') socket.destroy()
      else if (said[step] !== 'hang') socket.write(`${said[step]}\r\n`)
    }
    socket.on('error', () => {})
    socket.setEncoding('utf8')
    socket.on('data', (text: string) => {
      unread += text
      for (;;) {
        const end = unread.indexOf(isData ? '\r\n.\r\n' : '\r\n')
        if (end === -1) return
        const part = unread.slice(0, end)
        unread = unread.slice(end + (isData ? 5 : 2))
        if (isData) {
          isData = false
          mails.push(part)
          answer('mail')
          continue
        }
        commands.push(part)
        const word = part.slice(0, 4).toUpperCase()
        if (word === 'QUIT') socket.end('221 bye\r\n')
        else if (word === 'EHLO' || word === 'AUTH' || word === 'MAIL' || word === 'RCPT') answer(word)
        else if (word === 'DATA') {
          isData = said.DATA.startsWith('354')
          answer('DATA')
        } else socket.write('250 ok\r\n')
      }
    })
    answer('greeting')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `smtp://127.0.0.1:${port}`,
    commands,
    mails,
    close: () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}
