import { cleanup, render } from '@testing-library/preact'
import { afterEach, describe, expect, it } from 'vitest'
import { keyAction } from '../../server/inbox/keys.ts'

afterEach(cleanup)

const press = (key: string, target: EventTarget | null = document.body, more: Partial<KeyboardEvent> = {}) =>
  keyAction({
    key,
    target,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    isComposing: false,
    repeat: false,
    defaultPrevented: false,
    ...more,
  })

/** Elements a key may be pressed on. */
function page() {
  const { container } = render(
    <div>
      <textarea />
      <input type="checkbox" />
      <input type="text" />
      <select />
      <button type="button" />
      <div role="menu">
        <button type="button" class="in-menu" />
      </div>
    </div>,
  )
  return (selector: string) => container.querySelector(selector)
}

it('keys rest over an open dialog, also when nothing in it has the focus', () => {
  const { container } = render(<dialog open />, { container: document.body })
  expect(press('Escape')).toBeNull()
  expect(press('j')).toBeNull()
  container.querySelector('dialog')?.removeAttribute('open')
  expect(press('Escape')).toBe('leave')
})

describe('single keys', () => {
  it.each([
    ['j', 'next'],
    ['k', 'previous'],
    ['e', 'close'],
    ['s', 'snooze'],
    ['a', 'assign'],
    ['r', 'reply'],
    ['n', 'note'],
    ['u', 'unread'],
    [']', 'fold'],
    ['?', 'keys'],
    ['Escape', 'leave'],
    ['x', 'pick'],
    ['z', 'undo'],
    ['y', null],
    ['constructor', null],
  ])('%s means %s', (key, action) => {
    expect(press(key)).toBe(action)
  })

  it('rest while somebody types, but not on a button or a box to tick', () => {
    const find = page()
    for (const field of ['textarea', '[type="text"]', 'select']) expect(press('e', find(field))).toBeNull()
    for (const other of ['button', '[type="checkbox"]']) expect(press('e', find(other))).toBe('close')
  })

  it('leave the field with Esc', () => {
    expect(press('Escape', page()('textarea'))).toBe('leave')
  })

  it('rest in an open menu, which has keys of its own', () => {
    const find = page()
    expect(press('e', find('.in-menu'))).toBeNull()
    expect(press('Escape', find('.in-menu'))).toBeNull()
  })

  it('leave the browser its own: with Ctrl, Alt or the system’s key, and while a word is composed', () => {
    for (const modifier of ['ctrlKey', 'metaKey', 'altKey', 'isComposing', 'defaultPrevented'] as const)
      expect(press('r', document.body, { [modifier]: true })).toBeNull()
  })

  it('S-10 take back with Ctrl or ⌘ and Z as well, but in a field what was typed', () => {
    for (const modifier of ['ctrlKey', 'metaKey'] as const) {
      expect(press('z', document.body, { [modifier]: true })).toBe('undo')
      expect(press('z', page()('textarea'), { [modifier]: true })).toBeNull()
    }
  })

  it('held down, only move', () => {
    expect(press('j', document.body, { repeat: true })).toBe('next')
    expect(press('e', document.body, { repeat: true })).toBeNull()
  })
})
