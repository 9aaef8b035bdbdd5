import type { ChannelName } from '../protocol/channel.ts'
import type { MailSign } from '../protocol/signs.ts'

/** A request as it came in: bytes untouched, headers in small letters, `url` the public address the provider was given. */
export type RawRequest = { method: string; url: string; headers: Record<string, string | undefined>; body: Buffer }

/** One of the names a person is known by at a provider (identities of the customer, T-11). */
export type Identity = {
  kind: 'email' | 'phone' | 'whatsapp' | 'whatsapp_user' | 'instagram' | 'messenger'
  /** Lower-case mail address, E.164 number, provider's id. */
  value: string
}

/** Something that came with a message: bytes at hand (mail), or where the provider keeps them. */
export type Attachment =
  | { name: string; type: string; bytes: Buffer; contentId: string | null }
  | { name: string; type: string; url: string }
  | { name: string; type: string; mediaId: string }

/** What only mail has. */
export type MailFacts = {
  messageId: string
  /** Ids of the thread, oldest first: References, then In-Reply-To. */
  references: string[]
  subject: string
  html: string | null
  /** The text without what it quotes; `text` of the message holds all of it. */
  fresh: string
  /** RFC 3834: never answered automatically (P-5). */
  automatic: boolean
  /** Every address it was sent to, our tokens and the other participants among them. */
  to: string[]
  cc: string[]
  /** SPF, DKIM or DMARC vouch for the sender, as far as the receiving relay said so. */
  verified: boolean
  /** What the scanner may weigh beside the words (S-8). */
  signs: MailSign[]
}

/** What a provider told us, in our words. It decides nothing. */
export type ChannelEvent =
  | {
      kind: 'message'
      channel: ChannelName
      /** The provider's own id, unique per provider: a repeated delivery changes nothing (P-4). */
      externalId: string
      /** Who wrote, every name they are known by; the first is the one to answer to. */
      from: [Identity, ...Identity[]]
      name: string | null
      /** Which of the brand's addresses, numbers, pages or accounts it was sent to. */
      to: string
      text: string
      /** When it was sent, epoch milliseconds, by the provider's word. */
      at: number
      attachments: Attachment[]
      /** A story reply or mention and its picture (Instagram). */
      story: { kind: 'reply' | 'mention'; url: string | null } | null
      mail: MailFacts | null
      /** What the provider itself took the message for and has acted on (Twilio's Advanced Opt-Out), whatever its words. */
      keyword?: 'stop' | 'start' | 'help'
    }
  | {
      kind: 'delivery'
      /** The provider's id of our message; or, for a watermark, everything to `to` sent before `at`. */
      of:
        | { externalId: string }
        | { watermark: number; person: Identity }
        /** A bounced mail: the token of its envelope sender, yet to be verified, and its Message-ID where it is told. */
        | { bounce: string; externalId: string | null }
      state: 'sent' | 'delivered' | 'read' | 'failed'
      at: number
      /** Why it failed: the provider's code and its words. */
      error: { code: string; words: string } | null
    }
  /** Our own message, told to us again: matched by `metadata` or its id, never a customer's (T-7). */
  | { kind: 'echo'; channel: ChannelName; externalId: string; metadata: string | null }
  /** A person goes by other names from now on: a new number, and with it a new user id (WhatsApp). */
  | { kind: 'identity'; externalId: string; was: [Identity, ...Identity[]]; now: [Identity, ...Identity[]]; at: number }

/** What one delivery of a provider holds. What we have no use for is named in a few safe words, for the log. */
export type Parsed = { events: ChannelEvent[]; ignored: string[] }

/** A message on its way out, as a provider needs it. */
export type Outbound = {
  /** Our message's id: idempotency and metadata. */
  id: string
  channel: ChannelName
  to: Identity
  /** The brand's address it leaves from. */
  from: string
  text: string
  attachments: { name: string; type: string; url: string; bytes: Buffer }[]
  mail: {
    subject: string
    messageId: string
    inReplyTo: string | null
    references: string[]
    replyTo: string
    /** The name beside `from`: the brand's. */
    fromName: string | null
    /** The envelope's sender, where bounces come to. */
    bounceTo: string
    automatic: boolean
  } | null
  /** Where the provider reports what became of it. */
  statusUrl: string | null
}

/** What became of the try. A provider's answer never throws; only bugs do. */
export type SendResult =
  | { sent: true; externalId: string }
  /** May work later. */
  | { retry: true; reason: string; afterMs: number | null }
  /** Will never work; `words` are for the agent. */
  | { refused: true; code: string; words: string }
  /** It may have been sent or not: never sent again blindly. */
  | { unknown: true; reason: string }
