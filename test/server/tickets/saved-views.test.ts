import { describe, expect, it } from 'vitest'
import { roles } from '../../../server/protocol/role.ts'
import { mayChangeView, ownerOf, seesView } from '../../../server/tickets/saved-views.ts'

const me = { id: 'me', role: 'support' } as const
const own = { memberId: 'me', shared: false }
const theirs = { memberId: 'them', shared: false }
const shared = { memberId: 'them', shared: true }

describe('saved views', () => {
  it('S-5 are seen by their owner, and by everybody when they are shared', () => {
    expect([own, theirs, shared].map((view) => seesView(me, view))).toEqual([true, false, true])
  })

  it.each(roles)('D-7 %s has own views; sharing and what is shared is for manager and up', (role) => {
    const by = { id: 'me', role }
    const refused = role === 'support' ? { refused: 'forbidden' } : null
    const [alone, all] = [{ shared: false }, { shared: true }]
    expect([mayChangeView(by, null, alone), mayChangeView(by, own, alone), mayChangeView(by, own, null)]).toEqual([
      null,
      null,
      null,
    ])
    expect([null, own, shared].map((is) => mayChangeView(by, is, all))).toEqual([refused, refused, refused])
    expect([mayChangeView(by, shared, alone), mayChangeView(by, shared, null)]).toEqual([refused, refused])
    // Nobody learns that there is one.
    expect(mayChangeView(by, theirs, alone)).toEqual({ refused: 'not_found' })
    expect(mayChangeView(by, theirs, null)).toEqual({ refused: 'not_found' })
  })

  it('S-5 belong to who saved them; what is no longer shared to who took it back', () => {
    const manager = { id: 'me', role: 'manager' } as const
    expect(ownerOf(manager, null, { shared: true })).toBe('me')
    expect(ownerOf(manager, shared, { shared: true })).toBe('them')
    expect(ownerOf(manager, shared, { shared: false })).toBe('me')
  })
})
