import { describe, expect, it } from 'vitest'
import type { ThreadMessage } from '../../../server/protocol/thread.ts'
import { offersAddressFrom } from '../../../widget/hub/later/address-offer.ts'
import { button, find, openReady, page, shows, text, useFreshPage } from './open-hub.ts'
import { eventually } from '../../eventually.ts'

useFreshPage()

const message = (from: ThreadMessage['from'], at: number): ThreadMessage => ({
  type: 'message',
  n: 1,
  at,
  id: 'm',
  from,
  name: null,
  channel: 'web_chat',
  text: 'Hello',
})
const open = { open: true, changesAt: null }
const closed = { open: false, changesAt: null }

describe('R-6 when an address is asked for', () => {
  it.each([
    ['at once outside office hours', [message('customer', 5)], closed, 5],
    ['at once where there are none', [message('customer', 5)], null, 5],
    ['after a while within them', [message('customer', 5)], open, 180_005],
    ['whatever was answered automatically', [message('customer', 5), message('automatic', 6)], closed, 5],
    ['not while an agent answers', [message('customer', 5), message('agent', 6)], closed, null],
    ['not before anything was said', [], closed, null],
  ] as const)('%s', (_when, events, hours, from) => {
    expect(offersAddressFrom(events, hours)).toBe(from)
  })
})

const leave = async (email: string) => {
  await eventually(() => expect(find('.address input')).not.toBeNull())
  const field = find<HTMLInputElement>('.address input')
  if (field) field.value = email
  button('Save')?.click()
}

describe('R-6 an address left in the drawer', () => {
  it('is kept, shown and changed; what is none is said so', async () => {
    page.desk.asksForAddress()
    await openReady()
    page.desk.write({ from: 'customer', name: null, text: 'Is it here yet?' })
    await leave('nonsense')
    await shows('Please check the address')
    await leave('ada@post.example')
    await shows('Answers may also go to ada@post.example')
    button('Change')?.click()
    await leave('eva@post.example')
    await shows('Answers may also go to eva@post.example')
    // On another page of theirs.
    page.desk.tell('address.left', { email: 'ida@post.example' })
    await shows('Answers may also go to ida@post.example')
    expect(page.desk.asked.filter((line) => line.startsWith('address.leave'))).toHaveLength(3)
  })

  it('is not asked for where the shop knows one', async () => {
    await openReady()
    page.desk.write({ from: 'customer', name: null, text: 'Is it here yet?' })
    await shows('Is it here yet?')
    expect(text()).not.toContain('Your email')
    expect(find('.address')).toBeNull()
  })
})
