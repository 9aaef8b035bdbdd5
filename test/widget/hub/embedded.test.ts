import { expect, it, onTestFinished, vi } from 'vitest'
import { keepKeys } from '../../../widget/hub/keys.ts'
import { eventually } from '../../eventually.ts'
import { open, shows, useFreshPage } from './open-hub.ts'

useFreshPage()

it('W-2 says in the console, once, that there is a shopper while chat is visible to nobody', async () => {
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => {})
  onTestFinished(() => warned.mockRestore())
  for (const _page of [1, 2]) await open('shopper', 'en', { chat: false })
  await shows('Tidewick')
  await eventually(() => expect(warned).toHaveBeenCalledOnce())
  expect(String(warned.mock.calls[0])).toContain('visible to nobody')
})

it('W-1b hears its keys where something on the page makes every shadow root a closed one', () => {
  const host = document.body.appendChild(document.createElement('customer-hub'))
  const shadow = host.attachShadow({ mode: 'closed' })
  const field = shadow.appendChild(document.createElement('input'))
  const stop = keepKeys(shadow)
  onTestFinished(() => {
    stop()
    host.remove()
  })
  // As browsers tell it.
  Object.defineProperty(shadow, 'activeElement', { value: field })
  const heard: string[] = []
  field.addEventListener('keydown', ({ key }) => heard.push(key))
  const press = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true, cancelable: true })
  // From outside, what happens in a closed root happens at its host.
  host.dispatchEvent(press)
  expect(heard).toEqual(['Escape'])
  // Or the browser would go on to close a dialog of the page's.
  expect(press.defaultPrevented).toBe(true)
})

it('W-1b hears each key once where every KeyboardEvent leaves every shadow root (Firefox)', () => {
  const host = document.body.appendChild(document.createElement('customer-hub'))
  const shadow = host.attachShadow({ mode: 'open' })
  const field = shadow.appendChild(document.createElement('input'))
  const stop = keepKeys(shadow)
  class Leaving extends KeyboardEvent {
    constructor(type: string, init: KeyboardEventInit) {
      super(type, { ...init, composed: true })
    }
  }
  vi.stubGlobal('KeyboardEvent', Leaving)
  const outside: string[] = []
  const listen = ({ key }: KeyboardEvent) => outside.push(key)
  document.addEventListener('keydown', listen, true)
  onTestFinished(() => {
    stop()
    host.remove()
    vi.unstubAllGlobals()
    document.removeEventListener('keydown', listen, true)
  })
  const heard: string[] = []
  field.addEventListener('keydown', ({ key, shiftKey }) => heard.push(`${key} ${shiftKey}`))
  field.dispatchEvent(new Leaving('keydown', { key: 'a', shiftKey: true, bubbles: true, cancelable: true }))
  expect([heard, outside]).toEqual([['a true'], []])
})
