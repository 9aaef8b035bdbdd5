import { describe, expect, it } from 'vitest'
import {
  bubbles,
  button,
  field,
  find,
  open,
  openReady,
  page,
  press,
  shows,
  text,
  type,
  useFreshPage,
} from './open-hub.ts'
import { eventually } from '../../eventually.ts'

useFreshPage()

describe('the composer', () => {
  it('Enter sends; Shift+Enter and an input method’s Enter do not', async () => {
    await openReady()
    type('Do you ship to Brazil?')
    press('Enter', { shiftKey: true })
    const composing = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })
    Object.defineProperty(composing, 'isComposing', { value: true })
    field()?.dispatchEvent(composing)
    // What is sent is kept at once.
    expect(Object.keys(localStorage).filter((key) => key.includes(':out:'))).toEqual([])
    press('Enter')
    await eventually(() => expect(bubbles()).toEqual(['Do you ship to Brazil?']))
    expect(field()?.value).toBe('')
    await shows('Sent')
  })

  it('keeps what cannot be sent, and says why', async () => {
    await openReady()
    type('   ')
    press('Enter')
    expect(field()?.value).toBe('   ')
    type('x'.repeat(10_001))
    press('Enter')
    await shows('Too long')
    expect(field()?.value).toHaveLength(10_001)
  })

  it('puts an emoji where the caret is; Esc in the picker closes the picker only', async () => {
    await openReady()
    type('Hi!')
    field()?.setSelectionRange(2, 2)
    button('Emoji')?.click()
    await eventually(() => expect(find('.emoji button')).not.toBeNull())
    find('.emoji button')?.click()
    await eventually(() => expect(field()?.value).toBe('Hi😀!'))
    press('Escape', {}, find('.emoji button'))
    await eventually(() => expect(find('.emoji[role]')).toBeNull())
    expect(find('.drawer')).not.toBeNull()
    expect(page.shadow.activeElement).toBe(field())
  })

  it('tells the desk that the shopper types, and no more once it is sent', async () => {
    await openReady()
    const typing = () => page.desk.asked.filter((line) => line.startsWith('typing'))
    type('H')
    type('He')
    await eventually(() => expect(typing()).toEqual(['typing {"on":true}']))
    press('Enter')
    await eventually(() => expect(typing()).toEqual(['typing {"on":true}', 'typing {"on":false}']))
  })

  it('a refused message stays with its reason, and can be tried again or discarded', async () => {
    await openReady()
    page.desk.refuseOnce('message.send', 'internal', false)
    type('Hello')
    press('Enter')
    await shows('Not sent')
    button('Try again')?.click()
    await shows('Sent')
    page.desk.refuseOnce('message.send', 'chat_off')
    type('Again')
    press('Enter')
    await shows('The chat is closed')
    button('Discard')?.click()
    await eventually(() => expect(bubbles()).toEqual(['Hello']))
  })
})

describe('the thread', () => {
  it('R-6e R-7c says of what came by mail that it did', async () => {
    await openReady()
    page.desk.write({ text: 'By chat' })
    page.desk.write({ text: 'By mail', channel: 'email' })
    page.desk.write({ text: 'My answer', channel: 'email', from: 'customer', name: null })
    await shows('My answer')
    const labels = [...page.shadow.querySelectorAll('.group')].map((group) => /by email/.test(group.textContent ?? ''))
    expect(labels).toEqual([false, true, true])
  })

  it('W-5 W-13 shows the agent’s words as they come, the dots before them, and marks what was seen', async () => {
    await openReady()
    type('Hello')
    press('Enter')
    await shows('Sent')
    const ticket = page.desk.running()?.id ?? ''
    page.desk.tell('typing', { ticket, name: 'Jonas', on: true })
    await eventually(() => expect(find('.dots')).not.toBeNull())
    page.desk.write({ text: 'Hi Mireille!' })
    await shows('Hi Mireille!')
    expect(find('.dots')).toBeNull()
    expect(text()).toContain('Jonas from Tidewick')
    page.desk.tell('thread.event', { ticket, event: { type: 'seen', n: 3, at: Date.now(), by: 'agent', upTo: 1 } })
    await shows('Seen')
  })

  it('P-3 shows what anybody typed as text', async () => {
    page.desk.write({ text: '<b>bold</b> <img src=x onerror=alert(1)>' })
    await open()
    await shows('<b>bold</b>')
    expect(page.shadow.querySelector('.bubble b, .bubble img')).toBeNull()
  })

  it('R-8a a coupon’s code can be copied, and the words around it stay as they are', async () => {
    const copied: string[] = []
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: async (code: string) => void copied.push(code) },
    })
    await openReady()
    page.desk.write({ text: 'For you: 🎟️ SPRING-10 until May' })
    await shows('until May')
    expect(find('.coupon')?.textContent).toBe('SPRING-10Copy')
    button('Copy')?.click()
    await eventually(() => expect(copied).toEqual(['SPRING-10']))
    await eventually(() => expect(find('.coupon button')?.textContent).toBe('✓'))
    expect(find('.bubble')?.textContent).toBe('For you: SPRING-10✓ until May')
  })

  it('W-8 an automatic reply is marked as one', async () => {
    page.desk.write({ text: 'We are back tomorrow.', from: 'automatic', name: null })
    await open()
    await shows('We are back tomorrow.')
    expect(find('.auto')?.textContent).toBe('Automatic replyWe are back tomorrow.')
  })

  it('W-11 counts as seen in the open Chat tab only: not closed, not on Home', async () => {
    const seen = () => page.desk.asked.filter((line) => line.startsWith('message.seen'))
    await openReady()
    button('Home')?.click()
    page.desk.write({ text: 'One' })
    await eventually(() => expect(page.told).toContain('unread 1'))
    page.hub?.close()
    page.desk.write({ text: 'Two' })
    await eventually(() => expect(page.told).toContain('unread 2'))
    expect(seen()).toEqual([])
    page.hub?.open()
    await eventually(() => expect(seen()).toHaveLength(1))
    await eventually(() => expect(page.told.at(-1)).toBe('unread 0'))
  })

  it('W-13 unread answers stand on the launcher, in the title and in a bubble while the drawer is closed', async () => {
    await openReady()
    page.hub?.close()
    page.desk.write({ text: 'Your plate is here.' })
    await eventually(() => expect(document.title).toBe('(1) Vases'))
    expect(page.told).toContain('hello Jonas from Tidewick: Your plate is here.')
    expect(page.told.filter((line) => line.startsWith('message'))).toEqual([
      'message {"name":"Jonas","text":"Your plate is here."}',
    ])
    document.title = 'Plates'
    page.desk.write({ text: 'And a bowl.' })
    await eventually(() => expect(document.title).toBe('(2) Plates'))
    page.hub?.open()
    await eventually(() => expect(document.title).toBe('Plates'))
  })

  it('says that there is no connection, and keeps what is written meanwhile', async () => {
    await openReady()
    page.desk.shut()
    await shows('You are offline')
    type('Written on the train')
    press('Enter')
    await shows('Waiting for the connection')
    page.desk.letIn()
    await shows('Sent')
    expect(text()).not.toContain('You are offline')
  })
})
