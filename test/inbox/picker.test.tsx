import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Picker } from '../../server/inbox/parts/picker.tsx'
import { fakePage } from './page.tsx'

afterEach(cleanup)

const choices = ['Returns', 'Größe', 'Order status'].map((label) => ({
  key: label,
  label,
  chosen: label === 'Returns',
}))

function show(parts: { several?: boolean; make?: boolean } = {}) {
  const { Around } = fakePage()
  const [onPick, run] = [vi.fn<(key: string) => void>(), vi.fn<(name: string) => void>()]
  render(
    <Around>
      <Picker
        button="Tags"
        label="Change tags"
        several={parts.several ?? false}
        groups={[{ choices }]}
        onPick={onPick}
        {...(parts.make && { make: { label: (name: string) => `Make ${name}`, run, most: 10 } })}
      />
    </Around>,
  )
  const button = screen.getByRole('button', { name: 'Change tags' })
  fireEvent.click(button)
  const field = screen.getByRole('combobox', { name: 'Change tags' })
  return { onPick, run, button, field, type: (value: string) => fireEvent.input(field, { target: { value } }) }
}

const options = () => screen.queryAllByRole('option').map((option) => option.textContent)
const active = (field: HTMLElement) => {
  const id = field.getAttribute('aria-activedescendant')
  return id === null ? null : document.getElementById(id)?.textContent
}

describe('a list with a search field', () => {
  it('takes the focus, says what is chosen, and narrows while somebody types, accents or not', () => {
    const { field, type } = show()
    expect(document.activeElement).toBe(field)
    expect(screen.getByRole('option', { selected: true }).textContent).toBe('Returns')
    type('STAT ord')
    expect(options()).toEqual(['Order status'])
    type('grosse')
    expect(options()).toEqual([])
    expect(screen.getByText('Nothing found')).toBeTruthy()
    type('große')
    type('GRÖ')
    expect(options()).toEqual(['Größe'])
  })

  it('is worked by the keys alone: arrows, Enter; Esc gives the focus back', () => {
    const { field, onPick, button } = show()
    fireEvent.keyDown(field, { key: 'ArrowDown' })
    expect(active(field)).toBe('Größe')
    fireEvent.keyDown(field, { key: 'ArrowUp' })
    fireEvent.keyDown(field, { key: 'ArrowUp' })
    expect(active(field)).toBe('Order status')
    fireEvent.keyDown(field, { key: 'Enter' })
    expect(onPick).toHaveBeenCalledWith('Order status')
    expect(screen.queryByRole('listbox')).toBeNull()
    expect(document.activeElement).toBe(button)
    fireEvent.click(button)
    fireEvent.keyDown(screen.getByRole('combobox'), { key: 'Escape' })
    expect(screen.queryByRole('listbox')).toBeNull()
  })

  it('D-5a stays open for several, and makes what is not there, but never twice nor too long', () => {
    const { field, onPick, run, type } = show({ several: true, make: true })
    type('returns')
    expect(options()).toEqual(['Returns'])
    fireEvent.keyDown(field, { key: 'Enter' })
    expect(onPick).toHaveBeenCalledWith('Returns')
    type('  new   one ')
    expect(options()).toEqual(['Make new one'])
    fireEvent.keyDown(field, { key: 'Enter' })
    expect(run).toHaveBeenCalledWith('new one')
    type('much too long a name')
    expect(options()).toEqual([])
  })
})
