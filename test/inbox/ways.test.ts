import { describe, expect, it } from 'vitest'
import { waysOf, wayTaken } from '../../server/inbox/conversation/ways.ts'
import type { ReplyChannel } from '../../server/protocol/ticket.ts'

const chat: ReplyChannel = { channel: 'web_chat', until: null, refused: null }
const email: ReplyChannel = { channel: 'email', until: null, refused: null }
const greyed: ReplyChannel = { ...email, refused: 'no_address' }

describe('the way of an answer', () => {
  it('R-4 is over right after its last moment, without another word of the server', () => {
    const reply = {
      offered: [{ channel: 'whatsapp' as const, until: 1_000, refused: null }],
      chosen: 'whatsapp' as const,
    }
    expect(waysOf({ reply }, 1_000).map(({ refused }) => refused)).toEqual([null])
    expect(waysOf({ reply }, 1_001).map(({ refused }) => refused)).toEqual(['window_over'])
  })

  it('R-4 keeps the reason that the server gave', () => {
    const reply = {
      offered: [{ channel: 'whatsapp' as const, until: 1, refused: 'opted_out' as const }],
      chosen: 'whatsapp' as const,
    }
    expect(waysOf({ reply }, 5).map(({ refused }) => refused)).toEqual(['opted_out'])
  })

  it('R-6b is what the desk proposes, until the agent picks another that is possible', () => {
    expect(wayTaken([chat, email], 'email', null)).toBe(email)
    expect(wayTaken([chat, email], 'email', 'web_chat')).toBe(chat)
    expect(wayTaken([chat, greyed], 'web_chat', 'email')).toBe(chat)
    expect(wayTaken([chat], 'email', null)).toBe(chat)
    expect(wayTaken([], 'email', null)).toBeNull()
  })
})
