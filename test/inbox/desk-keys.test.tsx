import { cleanup, render } from '@testing-library/preact'
import { afterEach, describe, expect, it } from 'vitest'
import { onKey } from '../../server/inbox/desk-keys.ts'
import { fakePage } from './page.tsx'
import { id, row } from './rows.ts'
import { eventually } from '../eventually.ts'

let unplug = () => {}
afterEach(() => {
  unplug()
  cleanup()
})

/** My inbox with three tickets whose rows can have the focus, and a keyboard. */
async function inbox() {
  const made = fakePage()
  made.answer('list.read', () => ({ ok: true, rows: [row(3), row(2), row(1)], next: null }))
  made.answer('ticket.close', (asked) => {
    const closed = [1, 2, 3].find((n) => JSON.stringify(asked).includes(id(n))) ?? 0
    made.speak('ticket.changed', { row: row(closed, { status: 'closed' }) })
    return { ok: true }
  })
  await made.desk.list.refresh()
  const { container } = render(
    <>
      {[3, 2, 1].map((n) => (
        <button type="button" key={n} data-ticket={id(n)}>
          {n}
        </button>
      ))}
    </>,
  )
  const hear = (event: KeyboardEvent) => onKey(event, made.page, made.screen)
  document.addEventListener('keydown', hear)
  unplug = () => document.removeEventListener('keydown', hear)
  return {
    ...made,
    focus(n: number) {
      const button = container.querySelector(`[data-ticket="${id(n)}"]`)
      if (button instanceof HTMLElement) button.focus()
    },
    press(key: string) {
      const target = document.activeElement ?? document.body
      target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    },
    shown: () => made.desk.conversation.value?.ticket ?? null,
  }
}

describe('keys on the list', () => {
  it('R-10 what is typed before the field for a note is there does nothing else; Esc gives the keys back', async () => {
    const desk = await inbox()
    desk.screen.openTicket(id(3))
    desk.focus(3)
    desk.press('n')
    for (const key of ['e', 'a', 's']) desk.press(key)
    expect(desk.told('ticket.close')).toEqual([])
    expect([desk.screen.assignOpen.value, desk.screen.snoozeOpen.value]).toEqual([false, false])
    desk.press('Escape')
    desk.press('a')
    expect(desk.screen.assignOpen.value).toBe(true)
  })

  it('T-1 e closes the chat on the screen; the next e shows its neighbour first, and only the third closes it', async () => {
    const desk = await inbox()
    desk.screen.openTicket(id(3))
    desk.focus(3)
    desk.press('e')
    expect(desk.told('ticket.close')).toEqual([{ ticket: id(3) }])
    await eventually(() => expect(desk.screen.focused.value).toBe(id(2)))

    desk.focus(2)
    desk.press('e')
    expect(desk.shown()).toBe(id(2))
    expect(desk.told('ticket.close')).toHaveLength(1)
    desk.press('e')
    expect(desk.told('ticket.close')).toEqual([{ ticket: id(3) }, { ticket: id(2) }])
  })

  it('S-10 e closes the row that has the focus while no ticket is on the screen', async () => {
    const desk = await inbox()
    desk.focus(2)
    desk.press('e')
    expect(desk.told('ticket.close')).toEqual([{ ticket: id(2) }])
  })

  it.each([
    ['s', 'snoozeOpen'],
    ['a', 'assignOpen'],
  ] as const)('%s shows the ticket it is about', async (key, menu) => {
    const desk = await inbox()
    desk.screen.openTicket(id(3))
    desk.focus(1)
    desk.press(key)
    expect(desk.shown()).toBe(id(1))
    expect(desk.screen[menu].value).toBe(true)
  })

  it('j and k move, u marks as unread, and nothing happens on the settings page', async () => {
    const desk = await inbox()
    desk.press('j')
    desk.press('j')
    desk.press('k')
    expect(desk.screen.focused.value).toBe(id(3))
    desk.focus(3)
    desk.press('u')
    await eventually(() => expect(desk.told('ticket.unread')).toEqual([{ ticket: id(3) }]))
    desk.page.router.go({ page: 'settings', section: 'general' })
    desk.press('e')
    expect(desk.told('ticket.close')).toEqual([])
  })
})
