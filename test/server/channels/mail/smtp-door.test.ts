import { connect, type Socket } from 'node:net'
import { createTransport } from 'nodemailer'
import { afterEach, expect, it } from 'vitest'
import { type Envelope, openSmtpDoor, type Receipt, type SmtpDoor } from '../../../../server/channels/mail/smtp-door.ts'
import { createLog } from '../../../../server/log.ts'

const doors: SmtpDoor[] = []
const sockets: Socket[] = []
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await Promise.all(doors.splice(0).map((door) => door.close()))
})

type Taken = { raw: Buffer; envelope: Envelope }

async function open(receive: (mail: Taken) => Promise<Receipt> | Receipt, maxBytes = 100_000, idleMs = 60_000) {
  const taken: Taken[] = []
  const door = await openSmtpDoor({
    host: '127.0.0.1',
    port: 0,
    maxBytes,
    idleMs,
    log: createLog('silent'),
    receive: async (raw, envelope) => {
      taken.push({ raw, envelope })
      return receive({ raw, envelope })
    },
  })
  doors.push(door)
  return { ...door, taken }
}

/** A client that speaks line by line, as rude as a test needs it. */
function talk(port: number) {
  const socket = connect(port, '127.0.0.1')
  sockets.push(socket)
  let heard = ''
  let isClosed = false
  socket.setEncoding('utf8')
  socket.on('data', (text: string) => (heard += text))
  socket.on('error', () => {})
  socket.on('close', () => (isClosed = true))
  return {
    socket,
    closed: () => expect.poll(() => isClosed, { timeout: 5_000 }).toBe(true),
    /** Waits for a reply line with this code and forgets what came before it. */
    async hear(code: number) {
      const reply = new RegExp(`^${code} .*\\r\\n`, 'm')
      await expect
        .poll(() => reply.test(heard), { timeout: 5_000, interval: 5, message: `${code} in ${heard}` })
        .toBe(true)
      const said = reply.exec(heard)
      heard = heard.slice((said?.index ?? 0) + (said?.[0].length ?? 0))
      return said?.[0] ?? ''
    },
    async say(line: string, code: number) {
      socket.write(`${line}\r\n`)
      return this.hear(code)
    },
  }
}

async function upToData(port: number, to = 'support@desk.example') {
  const client = talk(port)
  await client.hear(220)
  await client.say('EHLO customer.example', 250)
  await client.say('MAIL FROM:<ada@customer.example>', 250)
  await client.say(`RCPT TO:<${to}>`, 250)
  await client.say('DATA', 354)
  return client
}

it('takes a mail with its envelope, byte for byte', async () => {
  const door = await open(() => 'accepted')
  const client = await upToData(door.port)
  await client.say('Subject: x\r\n\r\n..two dots\r\nGr\u00fc\u00dfe\r\n.', 250)
  expect(door.taken).toEqual([
    {
      raw: Buffer.from('Subject: x\r\n\r\n.two dots\r\nGr\u00fc\u00dfe\r\n'),
      envelope: { from: 'ada@customer.example', to: ['support@desk.example'] },
    },
  ])
})

it('hears the null sender, and takes many mails on one connection', async () => {
  const door = await open(() => 'accepted')
  const client = talk(door.port)
  await client.hear(220)
  await client.say('EHLO customer.example', 250)
  for (let n = 0; n < 25; n++) {
    await client.say('MAIL FROM:<>', 250)
    await client.say('RCPT TO:<support+a@desk.example>', 250)
    await client.say('RCPT TO:<sales@desk.example>', 250)
    await client.say('DATA', 354)
    await client.say('Subject: x\r\n\r\nx\r\n.', 250)
  }
  expect(door.taken).toHaveLength(25)
  expect(door.taken[24]?.envelope).toEqual({ from: null, to: ['support+a@desk.example', 'sales@desk.example'] })
})

it('says 250 only after the mail is kept', async () => {
  let kept = () => {}
  const keeping = new Promise<Receipt>((resolve) => (kept = () => resolve('accepted')))
  const door = await open(() => keeping)
  const client = await upToData(door.port)
  const answer = client.say('Subject: x\r\n\r\nx\r\n.', 250)
  let isAnswered = false
  void answer.then(() => (isAnswered = true))
  await expect.poll(() => door.taken.length).toBe(1)
  await new Promise((resolve) => setImmediate(resolve))
  expect(isAnswered).toBe(false)
  kept()
  await answer
})

it.each([
  ['later', 451],
  ['unknown_mailbox', 550],
  ['unreadable', 554],
] as const)('answers %s with %i', async (receipt, code) => {
  const client = await upToData((await open(() => receipt)).port)
  expect(await client.say('Subject: x\r\n\r\nx\r\n.', code)).toMatch(/[a-z]/)
})

it('says 451 on trouble, and nothing of its reason', async () => {
  const door = await open(() => Promise.reject(new Error('the database at 10.0.0.1 is down')))
  const client = await upToData(door.port)
  expect(await client.say('Subject: x\r\n\r\nx\r\n.', 451)).not.toContain('database')
})

it('S15 announces its limit, and refuses what is larger', async () => {
  const door = await open(() => 'accepted')
  const client = await upToData(door.port)
  await client.say(`${'a'.repeat(998)}\r\n`.repeat(150) + '.', 552)
  expect(door.taken).toEqual([])
  await client.say(`MAIL FROM:<ada@customer.example> SIZE=100001`, 552)
})

it('S15 cuts off a mail that never ends, without a line in it', async () => {
  const door = await open(() => 'accepted')
  const client = await upToData(door.port)
  const more = () => {
    while (!client.socket.destroyed && client.socket.write(Buffer.alloc(16_384, 97))) {
      // Until the socket says that it has enough.
    }
  }
  client.socket.on('drain', more)
  more()
  await client.closed()
  expect(door.taken).toEqual([])
})

it('S15 cuts off a command that never ends', async () => {
  const door = await open(() => 'accepted')
  const client = talk(door.port)
  await client.hear(220)
  let written = 0
  const more = () => {
    while (!client.socket.destroyed && client.socket.write(Buffer.alloc(16_384, 97))) written += 16_384
  }
  client.socket.on('drain', more)
  more()
  await client.closed()
  expect(written).toBeLessThan(50_000_000)
})

it('lets nobody sign in, passes nothing on, and tells nobody who is here', async () => {
  const door = await open(({ envelope }) =>
    envelope.to.every((to) => to.endsWith('@desk.example')) ? 'accepted' : 'unknown_mailbox',
  )
  const client = talk(door.port)
  await client.hear(220)
  client.socket.write('EHLO customer.example\r\n')
  expect(await client.hear(250)).not.toMatch(/AUTH|STARTTLS/)
  await client.say('AUTH PLAIN AGEAYg==', 500)
  await client.say('STARTTLS', 500)
  await client.say('VRFY support', 252)
  const relaying = await upToData(door.port, 'victim@elsewhere.example')
  await relaying.say('Subject: x\r\n\r\nx\r\n.', 550)
})

it('takes a limited number of connections from one address', async () => {
  const door = await open(() => 'accepted')
  for (let n = 0; n < 20; n++) await talk(door.port).hear(220)
  await talk(door.port).hear(421)
  sockets.shift()?.destroy()
  await expect
    .poll(async () => {
      const transport = createTransport({ host: '127.0.0.1', port: door.port, ignoreTLS: true })
      const isTaken = await transport.verify().catch(() => false)
      transport.close()
      return isTaken
    })
    .toBe(true)
})

it('sends away who says nothing, and survives who breaks off', async () => {
  const door = await open(() => 'accepted', 100_000, 300)
  const silent = talk(door.port)
  await silent.hear(220)
  const rude = await upToData(door.port)
  rude.socket.write('Subject: half')
  rude.socket.resetAndDestroy()
  await silent.closed()
  const client = await upToData(door.port)
  await client.say('Subject: x\r\n\r\nx\r\n.', 250)
  expect(door.taken).toHaveLength(1)
})

it('says so when its port is taken', async () => {
  const { port } = await open(() => 'accepted')
  const again = openSmtpDoor({
    host: '127.0.0.1',
    port,
    maxBytes: 1,
    log: createLog('silent'),
    receive: () => Promise.resolve('accepted'),
  })
  await expect(again).rejects.toThrow('EADDRINUSE')
})
