import { createTransport } from 'nodemailer'
import { brand } from '../brand.ts'
import { metaSignature, twilioSignature } from '../signatures.ts'

/** What a door answered: an HTTP or SMTP status, 0 for nothing. */
export type Said = { what: string; status: number; words: string }

export type Doors = ReturnType<typeof createDoors>

/** A signature that is none: of another secret, left out, or of other bytes. */
export type Forgery = 'wrong' | 'missing' | 'of other bytes'

const otherSecret = 'somebody else’s secret, as long as ours is'

/** The desk's doors, as the providers find them. `hooksUrl` is what they sign. */
export const createDoors = (given: { deskUrl: string; hooksUrl: string; smtpPort: number; secret: string }) => {
  const { smtpPort, secret } = given
  const [deskUrl, hooksUrl] = [given.deskUrl, given.hooksUrl].map((url) => url.replace(/\/+$/, ''))

  const ask = async (what: string, path: string, init: RequestInit): Promise<Said> => {
    try {
      const answer = await fetch(`${deskUrl}${path}`, {
        ...init,
        signal: AbortSignal.timeout(20_000),
        redirect: 'manual',
      })
      const words = (await answer.text()).replace(/\s+/g, ' ').trim().slice(0, 120)
      return { what, status: answer.status, words }
    } catch (error) {
      return { what, status: 0, words: error instanceof Error ? error.message : String(error) }
    }
  }
  return {
    twilio(what: string, form: URLSearchParams, { query = '', forgery }: { query?: string; forgery?: Forgery } = {}) {
      const path = `/hooks/twilio${query}`
      const signed = new URLSearchParams(form)
      if (forgery === 'of other bytes') signed.set('Body', 'something else')
      const signature = twilioSignature(forgery === 'wrong' ? otherSecret : secret, `${hooksUrl}${path}`, signed)
      const headers = {
        'content-type': 'application/x-www-form-urlencoded',
        ...(forgery !== 'missing' && { 'x-twilio-signature': signature }),
      }
      return ask(what, path, { method: 'POST', headers, body: form.toString() })
    },
    meta(what: string, batch: string, { forgery }: { forgery?: Forgery } = {}) {
      const signed = forgery === 'of other bytes' ? `${batch} ` : batch
      const signature = metaSignature(forgery === 'wrong' ? otherSecret : secret, signed)
      const headers = {
        'content-type': 'application/json',
        ...(forgery !== 'missing' && { 'x-hub-signature-256': signature }),
      }
      return ask(what, '/hooks/meta', { method: 'POST', headers, body: batch })
    },
    handshake(what: string, token: 'right' | 'wrong') {
      const query = new URLSearchParams({
        'hub.mode': 'subscribe',
        'hub.challenge': '1158201444',
        'hub.verify_token': token === 'right' ? secret : otherSecret,
      })
      return ask(what, `/hooks/meta?${query}`, {})
    },
    async mail(
      what: string,
      raw: string | Buffer,
      { from = 'someone@elsewhere.example', to = brand.email.mailbox } = {},
    ) {
      const transport = createTransport({
        host: '127.0.0.1',
        port: smtpPort,
        ignoreTLS: true,
        connectionTimeout: 5_000,
        greetingTimeout: 5_000,
        socketTimeout: 30_000,
      })
      try {
        const { response } = await transport.sendMail({ envelope: { from, to: [to] }, raw })
        return said(what, response)
      } catch (error) {
        return said(what, error instanceof Error && 'response' in error ? String(error.response) : String(error))
      } finally {
        transport.close()
      }
    },
  }
}

const said = (what: string, response: string): Said => ({
  what,
  status: Number(/^\d{3}/.exec(response)?.[0] ?? 0),
  words: response.slice(0, 120),
})
