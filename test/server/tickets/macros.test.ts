import { describe, expect, it } from 'vitest'
import { filled, macroPieces, rawVariables, withoutVariable } from '../../../server/protocol/macro-text.ts'
import { roles } from '../../../server/protocol/role.ts'
import { mayChangeMacro, seesMacro, unfilled } from '../../../server/tickets/macros.ts'

describe('who may write macros', () => {
  it.each(roles)('D-7d %s may change own macros, and shared ones as a manager or up', (role) => {
    const member = { id: 'me', role }
    expect(mayChangeMacro(member, undefined, 'me')).toBeNull()
    expect(mayChangeMacro(member, 'me', 'me')).toBeNull()
    const shared = role === 'support' ? { refused: 'forbidden' } : null
    expect(mayChangeMacro(member, undefined, null)).toEqual(shared)
    expect(mayChangeMacro(member, null, null)).toEqual(shared)
    // Neither sharing one's own nor taking a shared one for oneself is another way in.
    expect(mayChangeMacro(member, 'me', null)).toEqual(shared)
    expect(mayChangeMacro(member, null, 'me')).toEqual(shared)
  })

  it('D-7d another’s macro does not exist, for an owner neither', () => {
    expect(seesMacro('me', 'other')).toBe(false)
    expect([seesMacro('me', 'me'), seesMacro('me', null)]).toEqual([true, true])
    for (const becomes of ['me', 'other', null]) {
      expect(mayChangeMacro({ id: 'me', role: 'owner' }, 'other', becomes)).toEqual({ refused: 'not_found' })
    }
  })
})

describe('variables', () => {
  const text = 'Hi {{customer.first_name}}, order {{ order.number }} is on its way. {{agent.name}} {{strange}}'

  it('R-9b are filled in; one without a value stays, and is named', () => {
    const said = filled(text, { 'customer.first_name': 'Mireille', 'agent.name': '  ', 'shop.name': 'Tidewick' })
    expect(said).toBe('Hi Mireille, order {{ order.number }} is on its way. {{agent.name}} {{strange}}')
    expect(rawVariables(said)).toEqual(['order.number', 'agent.name'])
    expect(macroPieces('{{ticket.number}}', { 'ticket.number': '7' })).toEqual([
      { text: '{{ticket.number}}', variable: 'ticket.number', value: '7' },
    ])
  })

  it('R-9b a value is text: it names no variable again', () => {
    const said = filled('{{customer.name}}', { 'customer.name': '{{agent.name}} $& $1', 'agent.name': 'Jonas' })
    expect(said).toBe('{{agent.name}} $& $1')
  })

  it.each([
    ['Hi {{customer.first_name}}, hello', 'Hi, hello'],
    ['{{customer.first_name}}, hello', ', hello'],
    ['Order {{customer.first_name}} is here', 'Order is here'],
    ['To {{customer.first_name}}\nnext', 'To\nnext'],
  ])('R-9b is left out without a hole: %s', (given, left) => {
    expect(withoutVariable(given, 'customer.first_name')).toBe(left)
  })

  it('R-9b none is sent raw', () => {
    expect(unfilled('Your order {{order.number}}')).toEqual({ refused: 'unfilled' })
    expect(unfilled('Braces {{like these}} and {{customer}} are text')).toBeNull()
  })
})
