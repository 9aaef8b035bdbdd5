import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { useState } from 'preact/hooks'
import { afterEach, expect, it } from 'vitest'
import { Confirm } from '../../server/inbox/parts/dialog.tsx'
import { Menu, MenuItem } from '../../server/inbox/parts/menu.tsx'
import { fakePage } from './page.tsx'

afterEach(cleanup)

function Shown({ onYes = () => {} }: { onYes?: () => void }) {
  const [asking, ask] = useState(false)
  return (
    <>
      <Menu kind="b" label="More" button="More">
        {(close) => (
          <>
            <MenuItem onPick={close}>Apple</MenuItem>
            <MenuItem onPick={close}>Pear</MenuItem>
            <MenuItem
              onPick={() => {
                close()
                ask(true)
              }}
            >
              Block
            </MenuItem>
          </>
        )}
      </Menu>
      {asking && <Confirm title="Sure?" text="It ends." yes="Yes" onYes={onYes} onClose={() => ask(false)} />}
    </>
  )
}
const button = () => screen.getByRole('button', { name: 'More' })
const shown = () => {
  const { Around } = fakePage()
  render(
    <Around>
      <Shown />
    </Around>,
  )
  // happy-dom lays nothing out; without a place an item counts as hidden.
  Object.defineProperty(HTMLElement.prototype, 'offsetParent', { configurable: true, get: () => document.body })
}

it('opens on its first item, is walked with arrows and letters, and gives the focus back on Esc', async () => {
  shown()
  fireEvent.click(button())
  const menu = await screen.findByRole('menu')
  const focused = () => document.activeElement?.textContent
  await screen.findByText('Apple')
  fireEvent.keyDown(menu, { key: 'Home' })
  expect(focused()).toBe('Apple')
  fireEvent.keyDown(menu, { key: 'ArrowUp' })
  expect(focused()).toBe('Block')
  fireEvent.keyDown(menu, { key: 'p' })
  expect(focused()).toBe('Pear')
  fireEvent.keyDown(menu, { key: 'Escape' })
  expect(document.activeElement).toBe(button())
  expect(screen.queryByRole('menu')).toBeNull()
})

it('closes when something else is pressed', async () => {
  shown()
  fireEvent.click(button())
  await screen.findByRole('menu')
  fireEvent.pointerDown(document.body)
  await expect.poll(() => screen.queryByRole('menu')).toBeNull()
})

it('gives the focus back to the menu’s button after a dialog that was opened from it', async () => {
  shown()
  fireEvent.click(button())
  fireEvent.click(await screen.findByText('Block'))
  fireEvent.click(await screen.findByText('Cancel'))
  await expect.poll(() => screen.queryByText('Sure?')).toBeNull()
  expect(document.activeElement).toBe(button())
})
