import { describe, expect, it } from 'vitest'
import { becomes, boot, fakeHub, isShown, part, quiet, run, session, useFreshPage } from './shop-page.ts'

useFreshPage()

describe('the welcome bubble', () => {
  it('W-3 greets a shopper who can chat', async () => {
    run(fakeHub())
    await boot('a.b.c')
    expect(isShown('.hello')).toBe(true)
    expect(part('.hello')?.textContent).toContain('Hello! How can we help?')
  })

  it('W-3 opens the chat', async () => {
    const hub = fakeHub()
    run(hub)
    await boot('a.b.c')
    part('.hello button')?.click()
    await becomes(() => hub.told.includes('open chat'))
    expect(isShown('.hello')).toBe(false)
  })

  it('W-3 does not greet visitors, nor while a conversation runs, nor again once dismissed', async () => {
    run(fakeHub())
    await boot(async () => null)
    expect(isShown('.hello')).toBe(false)
    session.answer = async () => Response.json({ ...quiet, running: true })
    await boot('a.b.c')
    expect(isShown('.hello')).toBe(false)

    window.CustomerHub?.('logout')
    session.answer = async () => Response.json(quiet)
    await boot('a.b.c')
    expect(isShown('.hello')).toBe(true)
    part('.hello button:last-child')?.click()
    expect(isShown('.hello')).toBe(false)

    window.CustomerHub?.('destroy')
    await boot('a.b.c')
    expect(isShown('.hello')).toBe(false)
  })
})
