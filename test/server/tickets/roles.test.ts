import { describe, expect, it } from 'vitest'
import { roles, type Role } from '../../../server/protocol/role.ts'
import { may, mayChangeMember, mayInvite, type RoleAction } from '../../../server/tickets/roles.ts'

const rows: [RoleAction, Role[]][] = [
  ['desk', ['owner', 'admin', 'manager', 'support']],
  ['settings', ['owner', 'admin']],
  ['members', ['owner', 'admin']],
  ['shared_views', ['owner', 'admin', 'manager']],
  ['routing', ['owner', 'admin', 'manager']],
]

describe('roles', () => {
  it.each(rows.slice(0, 1))('D-7a %s: %j', (action, allowed) => {
    expect(roles.filter((role) => may(role, action))).toEqual(allowed)
  })

  it.each(rows.slice(1))('D-7b %s: %j', (action, allowed) => {
    expect(roles.filter((role) => may(role, action))).toEqual(allowed)
  })

  const forbidden = { refused: 'forbidden' }

  it.each<[Role, Role, Role | 'removed', object | null]>([
    ['owner', 'support', 'owner', null],
    ['owner', 'owner', 'admin', null],
    ['owner', 'owner', 'removed', null],
    ['owner', 'admin', 'removed', null],
    ['admin', 'support', 'manager', null],
    ['admin', 'admin', 'removed', null],
    ['admin', 'support', 'owner', forbidden],
    ['admin', 'owner', 'support', forbidden],
    ['admin', 'owner', 'removed', forbidden],
    ['manager', 'support', 'manager', forbidden],
    ['support', 'support', 'removed', forbidden],
  ])('D-7b %s changes %s to %s, with two owners', (by, member, becomes, answer) => {
    expect(mayChangeMember(by, member, becomes, 2)).toEqual(answer)
  })

  it.each<[Role | 'removed', object | null]>([
    ['removed', { refused: 'last_owner' }],
    ['admin', { refused: 'last_owner' }],
    ['owner', null],
  ])('D-7b the last owner stays: changed to %s', (becomes, answer) => {
    expect(mayChangeMember('owner', 'owner', becomes, 1)).toEqual(answer)
  })

  it.each<[Role, Role[]]>([
    ['owner', ['owner', 'admin', 'manager', 'support']],
    ['admin', ['admin', 'manager', 'support']],
    ['manager', []],
    ['support', []],
  ])('D-7b %s invites %j', (by, invited) => {
    expect(roles.filter((role) => mayInvite(by, role) === null)).toEqual(invited)
  })
})
