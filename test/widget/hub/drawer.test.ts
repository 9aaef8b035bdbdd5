import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { shopSettings } from '../shop-settings.ts'
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

const tabNames = () => [...page.shadow.querySelectorAll('[role=tab]')].map((tab) => tab.textContent)

describe('who sees what', () => {
  it('W-1 a visitor has no Chat tab and no field, but a word on how to get there', async () => {
    await open('visitor')
    expect(find('[role=tab]')).toBeNull()
    expect(field()).toBeNull()
    await shows('Sign in to the shop')
    expect(page.desk.tokens).toEqual([])
  })

  it('W-2 a signed-in shopper hears that chat is closed while it is visible to nobody', async () => {
    await openReady()
    page.desk.tell('chat.visible', { on: false, hours: null })
    await eventually(() => expect(tabNames()).toEqual(['Home', 'Orders']))
    await shows('closed at the moment')
    // Where they wrote is gone: the focus stays in the drawer, so that Esc still closes it.
    expect(page.shadow.activeElement).toBe(button('Close'))
  })

  it('W-1 falls back to a visitor’s drawer when nobody is signed in any more; the words stay', async () => {
    let isAnswering = false
    await open('shopper', 'en', {}, async () => (isAnswering ? null : Promise.reject(new Error('the shop is busy'))))
    await shows(shopSettings.welcome)
    page.desk.shut()
    await eventually(() => expect(text()).toMatch(/Connecting|No connection/))
    type('still here')
    press('Enter')
    isAnswering = true
    dispatchEvent(new Event('online'))
    await eventually(() => expect(find('[role=tab]')).toBeNull())
    expect(Object.keys(localStorage).filter((key) => key.includes('mireille'))).toHaveLength(1)
  })
})

describe('in a network that lets neither a WebSocket nor polling through', () => {
  it('W-13 says that it waits, keeps what is written over a reload, and sends it once when it is let through', async () => {
    page.desk.cut()
    await open()
    await shows('You are offline. What you write is sent once you are back.')
    type('Is the blue jug in stock?')
    press('Enter')
    await shows('Waiting for the connection')
    type('And the green')
    page.hub?.end()
    await open()
    await shows('Waiting for the connection')
    await shows('No connection')
    expect([bubbles(), field()?.value]).toEqual([['Is the blue jug in stock?'], 'And the green'])
    page.desk.letIn()
    await shows('Sent')
    expect(bubbles()).toEqual(['Is the blue jug in stock?'])
    expect(page.desk.running()?.events).toHaveLength(1)
    expect(text()).not.toContain('You are offline')
    expect(field()?.value).toBe('And the green')
  })

  it('W-13 loses a connection that it had, and finds it again', async () => {
    await openReady()
    page.desk.cut()
    await shows('You are offline')
    type('Still there?')
    press('Enter')
    await shows('Waiting for the connection')
    page.desk.letIn()
    await shows('Sent')
    expect(page.desk.running()?.events).toHaveLength(1)
  })
})

describe('on a page whose token has run out, and which hands out no other', () => {
  it('W-1b says so once in the console and to the page, and keeps the words', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {})
    onTestFinished(() => warned.mockRestore())
    page.desk.refuseAtDoor('signed_out')
    await open()
    await eventually(() => expect(warned).toHaveBeenCalled())
    type('still here')
    press('Enter')
    await shows('Waiting for the connection')
    // By hand, too.
    button('Try now')?.click()
    await eventually(() => expect(page.desk.tokens.length).toBeGreaterThan(2))
    await shows('You are offline')
    expect(warned).toHaveBeenCalledOnce()
    expect(String(warned.mock.calls[0])).toContain('hand out one that has run out')
    expect(page.told.filter((word) => word.startsWith('error'))).toHaveLength(1)
  })
})

describe('before the first message', () => {
  it('W-3 W-9 the welcome stands in the Chat tab, whatever the hours', async () => {
    page.desk.says({ open: false, changesAt: Date.now() + 60_000 })
    await open()
    await shows('Hello! How can we help?')
    expect(field()?.disabled).toBe(false)
    // A minute from now may be tomorrow.
    expect(text()).toMatch(/Back (today|tomorrow) at/)
  })

  it('W-4 links to terms and privacy stand there, and are gone with the first message', async () => {
    await open()
    await shows('By writing to us')
    const links = () => [...page.shadow.querySelectorAll('a')].map((one) => one.href)
    expect(links()).toEqual([shopSettings.termsUrl, shopSettings.privacyUrl])
    type('Hello')
    press('Enter')
    await eventually(() => expect(links()).toEqual([]))
  })
})

describe('half a sentence', () => {
  it('W-13 is there on the next page of the shop, and gone once it is sent', async () => {
    await openReady()
    type('Is the blue jug')
    page.hub?.end()
    await openReady()
    expect(field()?.value).toBe('Is the blue jug')
    press('Enter')
    await shows('Sent')
    page.hub?.end()
    await open()
    await shows('Is the blue jug')
    expect(field()?.value).toBe('')
  })
})

describe('ending', () => {
  it('W-6 asks once, stays readable, and begins anew on demand', async () => {
    await openReady()
    type('Hello')
    press('Enter')
    await shows('Sent')
    button('Chat menu')?.click()
    await eventually(() => expect(find('[role=menuitem]')).not.toBeNull())
    expect(page.shadow.activeElement).toBe(find('[role=menu] button'))
    press('Escape', {}, find('[role=menuitem]'))
    await eventually(() => expect(find('[role=menuitem]')).toBeNull())
    expect(find('.drawer')).not.toBeNull()
    button('Chat menu')?.click()
    await eventually(() => expect(find('[role=menuitem]')).not.toBeNull())
    find('[role=menuitem]')?.click()
    await eventually(() => expect(find('[role=alertdialog]')?.hasAttribute('open')).toBe(true))
    expect(page.desk.running()).toBeDefined()
    button('Keep chatting')?.click()
    expect(page.shadow.activeElement).toBe(button('Chat menu'))
    find('[role=alertdialog] .solid')?.click()
    await shows('You ended the chat')
    expect(bubbles()).toEqual(['Hello'])
    expect(field()).toBeNull()
    expect(button('Chat menu')).toBeUndefined()
    await eventually(() => expect(page.shadow.activeElement?.textContent).toBe('Start a new chat'))
    button('Start a new chat')?.click()
    await eventually(() => expect(field()).not.toBeNull())
    expect(bubbles()).toEqual([])
    await eventually(() => expect(page.shadow.activeElement).toBe(field()))
  })
})

describe('manners', () => {
  it('takes the focus into the field, closes on Esc, and keeps its keys from the page', async () => {
    const heard: string[] = []
    const listen = (event: KeyboardEvent) => heard.push(event.key)
    document.addEventListener('keydown', listen)
    await open()
    expect(page.told).toEqual(['shown', 'open null'])
    expect(page.shadow.activeElement).toBe(field())
    press('a')
    press('Escape')
    await eventually(() => expect(find('.drawer')).toBeNull())
    expect(page.told).toContain('hidden')
    expect(heard).toEqual([])
    document.removeEventListener('keydown', listen)
  })

  it('the arrow keys change tabs', async () => {
    await open()
    const [home, orders, chat] = page.shadow.querySelectorAll<HTMLElement>('[role=tab]')
    const chosen = (tab: HTMLElement | undefined) =>
      eventually(() =>
        expect([tab?.ariaSelected ?? tab?.getAttribute('aria-selected'), tab?.tabIndex]).toEqual(['true', 0]),
      )
    press('ArrowLeft', {}, chat)
    await chosen(orders)
    expect(page.shadow.activeElement).toBe(orders)
    press('ArrowLeft', {}, orders)
    await chosen(home)
    await shows('Mireille')
    press('ArrowLeft', {}, home)
    await chosen(chat)
    expect(page.shadow.activeElement).toBe(chat)
  })

  it('W-13 speaks the page’s language, right to left where that is its way', async () => {
    await open('shopper', 'ar')
    await eventually(() => expect(field()?.placeholder).toBe('اكتب رسالة'))
    expect(find('.drawer')?.closest('[dir]')?.getAttribute('dir')).toBe('rtl')
    page.hub?.end()
    await open('shopper', 'de-AT')
    expect(field()?.placeholder).toBe('Nachricht schreiben')
    page.hub?.end()
    await open('shopper', 'tlh')
    expect(field()?.placeholder).toBe('Write a message')
  })

  it('W-13 stays open when no file was picked, and closes by a phone’s way back', async () => {
    await openReady()
    find('input[type=file]')?.dispatchEvent(new Event('cancel', { bubbles: true }))
    await eventually(() => expect(find('.drawer')).not.toBeNull())
    expect(page.told).not.toContain('hidden')
    find('.drawer')?.dispatchEvent(new Event('cancel', { cancelable: true }))
    await eventually(() => expect(find('.drawer')).toBeNull())
  })

  it('end takes everything back', async () => {
    const before = page.shadow.adoptedStyleSheets.length
    page.desk.write({ text: 'Hi' })
    await open()
    page.hub?.close()
    await eventually(() => expect(document.title).toBe('(1) Vases'))
    page.hub?.end()
    expect(find('[lang]')).toBeNull()
    expect(page.shadow.adoptedStyleSheets).toHaveLength(before)
    expect(document.title).toBe('Vases')
  })

  it('W-1a the focus goes back to what had it, or to the launcher', async () => {
    const own = document.body.appendChild(document.createElement('button'))
    own.focus()
    await open('visitor')
    press('Escape', {}, button('Close'))
    expect(document.activeElement).toBe(own)
    own.remove()
    page.hub?.open()
    page.hub?.close()
    expect(page.shadow.activeElement).toBe(find('button'))
  })

  it('keys pressed in the hub are not heard on the page, whoever listens first, and still work', async () => {
    const heard: string[] = []
    const swallow = (event: KeyboardEvent) => {
      heard.push(event.key)
      event.stopPropagation()
    }
    document.addEventListener('keydown', swallow, true)
    document.addEventListener('keydown', swallow)
    await openReady()
    type('one line')
    press('s')
    press('/')
    press('Enter')
    await eventually(() => expect(bubbles()).toEqual(['one line']))
    press('Escape')
    await eventually(() => expect(find('.drawer')).toBeNull())
    expect(heard).toEqual([])
    document.removeEventListener('keydown', swallow, true)
    document.removeEventListener('keydown', swallow)
  })
})
