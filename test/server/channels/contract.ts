import { describe, expect, it } from 'vitest'
import type { Parsed, RawRequest, SendResult } from '../../../server/channels/channel.ts'
import { storable } from '../../../server/protocol/text.ts'
import { type Fixture, receivedAt } from './fixtures.ts'
import { type Behaviour, nobodysUrl, startProvider } from './provider.ts'
import { saying } from './saying.ts'

/** What a porch shows of itself to be tested. */
export type Porch = {
  name: string
  fixtures: Fixture[]
  /** Names of fixtures that are news of no use. */
  unknown: string[]
  /** A request as the provider would make it, signed with `secret`. */
  signed(body: Buffer, secret: string): RawRequest
  signatureHeader: string
  verify(request: RawRequest, secret: string): boolean
  parse(request: RawRequest, receivedAt: number): Parsed
  send(baseUrl: string, timeoutMs: number): Promise<SendResult>
  /** Bodies the provider answers with. */
  says: {
    accepted: { status: number; body: string; id: string }
    refused: { body: string; code: string }
    token: string
  }
}

const secret = 'the-secret-of-this-shop-0123456789'
const another = 'the-secret-of-another-shop-0123456'

/** What every provider's porch promises, whatever its language. */
export function porchContract(porch: Porch): void {
  const [sample] = porch.fixtures
  if (!sample) throw new Error('a porch without fixtures')

  describe(`the porch of ${porch.name}: who may come in`, () => {
    it('S12 believes what the provider signed', () => {
      for (const { body } of porch.fixtures) expect(porch.verify(porch.signed(body, secret), secret)).toBe(true)
    })

    it('S12 refuses what is unsigned, mis-signed, or signed for somebody else', () => {
      const good = porch.signed(sample.body, secret)
      const signature = good.headers[porch.signatureHeader] ?? ''
      const sign = (value: string | undefined) => ({
        ...good,
        headers: { ...good.headers, [porch.signatureHeader]: value },
      })
      const forgeries = [
        undefined,
        '',
        signature.slice(1),
        `${signature}x`,
        signature.toUpperCase(),
        `${signature}, ${signature}`,
      ]
      for (const value of forgeries) expect(porch.verify(sign(value), secret)).toBe(false)
      expect(porch.verify(porch.signed(sample.body, another), secret)).toBe(false)
    })

    it('S12 refuses a signed message that was changed on its way', () => {
      const good = porch.signed(sample.body, secret)
      const longer = Buffer.concat([good.body, Buffer.from('&x=1')])
      expect(porch.verify({ ...good, body: longer }, secret)).toBe(false)
      expect(porch.verify({ ...good, body: good.body.subarray(1) }, secret)).toBe(false)
    })

    it('S12 is closed while it has no secret', () => {
      expect(porch.verify(porch.signed(sample.body, ''), '')).toBe(false)
      expect(porch.verify(porch.signed(sample.body, secret), '')).toBe(false)
    })
  })

  describe(`the porch of ${porch.name}: what is heard`, () => {
    const hear = (body: Buffer) => porch.parse(porch.signed(body, secret), receivedAt)

    it('makes the same of the same delivery every time, and leaves it as it was', () => {
      for (const { body } of porch.fixtures) {
        const before = Buffer.from(body)
        expect(hear(body)).toEqual(hear(body))
        expect(body.equals(before)).toBe(true)
      }
    })

    it('F8 takes news of no use for no news, and has a word for the log', () => {
      for (const name of porch.unknown) {
        const one = porch.fixtures.find((fixture) => fixture.name === name)
        const heard = hear(one?.body ?? Buffer.from('missing'))
        expect({ name, events: heard.events }).toEqual({ name, events: [] })
        expect(heard.ignored.join()).toMatch(/^[a-z]+: [a-z0-9_ ,?:]+$/)
      }
    })

    it('S15 bears bodies that were cut off anywhere', () => {
      for (const { body } of porch.fixtures) {
        for (let end = 0; end < body.length; end += 11) expect(() => hear(body.subarray(0, end))).not.toThrow()
      }
    })

    it('S15 bears bodies in the wrong charset, and bodies that are nothing at all', () => {
      const odd = [
        ...porch.fixtures.map(({ body }) => Buffer.from(body.toString('utf8'), 'utf16le')),
        ...porch.fixtures.map(({ body }) => Buffer.from(body.toString('utf8'), 'latin1')),
        ...['', '\0', 'null', '[]', '{}', '5', '"x"', '%', '&&&===', '[['.repeat(50_000)].map((text) =>
          Buffer.from(text),
        ),
        Buffer.from([0xff, 0xfe, 0x00, 0xd8]),
        Buffer.from('{"object":"page","entry":{"length":1e9},"__proto__":{"messaging":[]}}'),
        Buffer.from('{"object":"page","entry":[{"messaging":[{"sender":{"id":{"$ne":1}}}]}]}'),
      ]
      for (const body of odd) expect(() => hear(body)).not.toThrow()
    })

    it('S15 hands on no letters that no store can hold', () => {
      const heard = porch.fixtures.flatMap(({ body }) => hear(body).events)
      const texts = heard.flatMap((event) => (event.kind === 'message' ? event.text : []))
      expect(texts.map(storable)).toEqual(texts)
    })
  })

  describe(`the porch of ${porch.name}: what is sent`, () => {
    const sendTo = async (behaviour: Behaviour) => porch.send((await startProvider(behaviour)).url, 5_000)
    const { accepted, refused, token } = porch.says

    it('R-13 knows what was sent by the id the provider gave it', async () => {
      expect(await sendTo(accepted)).toEqual({ sent: true, externalId: accepted.id })
    })

    it('R-13 says in words why a message was refused', async () => {
      const result = await sendTo({ status: 400, body: refused.body })
      expect(result).toEqual({ refused: true, code: refused.code, words: saying(/^[A-Z].{20,}\.$/) })
      expect(await sendTo({ status: 401, body: token })).toMatchObject({ refused: true })
      expect(await sendTo({ status: 403, body: '' })).toMatchObject({ refused: true, code: 'http 403' })
      expect(await sendTo({ status: 400, body: '<html>Bad' })).toMatchObject({ refused: true, code: 'http 400' })
      expect(await sendTo({ status: 302, body: '', headers: { location: '/x' } })).toMatchObject({ refused: true })
    })

    it('tries later what was not taken, when the provider says', async () => {
      const wait = { 'retry-after': '7' }
      expect(await sendTo({ status: 429, body: '{}', headers: wait })).toMatchObject({ retry: true, afterMs: 7_000 })
      expect(await sendTo({ status: 503, body: 'busy' })).toMatchObject({ retry: true, afterMs: null })
      expect(await sendTo({ status: 500, body: '' })).toMatchObject({ retry: true, afterMs: null })
      const date = { date: 'Sat, 21 Nov 2026 12:00:00 GMT', 'retry-after': 'Sat, 21 Nov 2026 12:00:30 GMT' }
      expect(await sendTo({ status: 429, body: '', headers: date })).toMatchObject({ retry: true, afterMs: 30_000 })
    })

    it('tries later where not one byte left: nobody there, no such name, no secure connection', async () => {
      expect(await porch.send(await nobodysUrl(), 5_000)).toMatchObject({ retry: true })
      expect(await porch.send('http://provider.invalid', 1_000)).toMatchObject({ retry: true })
      const { url, received } = await startProvider({ status: 200, body: '' })
      expect(await porch.send(url.replace('http:', 'https:'), 5_000)).toMatchObject({ retry: true })
      expect(received).toEqual([])
    })

    it('does not know, and says so, where the request left and no answer told: never sent twice blindly', async () => {
      const { url, received } = await startProvider('silence')
      expect(await porch.send(url, 1_000)).toEqual({ unknown: true, reason: 'no answer within 1 s' })
      expect(received).toHaveLength(1)
      expect(await sendTo('break off')).toMatchObject({ unknown: true })
      expect(await sendTo('break off half way')).toMatchObject({ unknown: true })
      expect(await sendTo({ status: accepted.status, body: '<html>' })).toMatchObject({ unknown: true })
      expect(await sendTo({ status: accepted.status, body: '{}' })).toMatchObject({ unknown: true })
      expect(await sendTo({ status: 504, body: 'gateway' })).toMatchObject({ unknown: true })
      expect(await sendTo({ status: 502, body: 'gateway' })).toMatchObject({ unknown: true })
      expect(await sendTo({ status: 200, body: Buffer.alloc(400_000) })).toMatchObject({ unknown: true })
    })
  })
}
