import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { Dialog } from '../../server/inbox/parts/dialog.tsx'
import { fakePage } from './page.tsx'

afterEach(cleanup)

it('R-9 D-4 closes by a press beside it, and not where a press inside is let go there: what was typed would be gone', () => {
  const close = vi.fn<() => void>()
  const { Around } = fakePage()
  render(
    <Around>
      <Dialog title="New macro" onClose={close}>
        <input aria-label="Name" />
      </Dialog>
    </Around>,
  )
  const dialog = screen.getByRole('dialog')
  // A browser's click is on what holds both ends of the press.
  fireEvent.pointerDown(screen.getByLabelText('Name'))
  fireEvent.click(dialog)
  expect(close).not.toHaveBeenCalled()
  fireEvent.pointerDown(dialog)
  fireEvent.click(dialog)
  expect(close).toHaveBeenCalledOnce()
})
