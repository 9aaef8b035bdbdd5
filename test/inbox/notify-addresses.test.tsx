import { signal } from '@preact/signals'
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, expect, it } from 'vitest'
import { NotifyAddresses } from '../../server/inbox/settings/notify-addresses.tsx'
import { fieldProblems } from '../../server/inbox/settings/settings-check.ts'
import { changedFields } from '../../server/inbox/settings/setting-fields.ts'
import { fakePage } from './page.tsx'
import { settings } from './settings.ts'

afterEach(cleanup)

it('M-6 any number of addresses is added, mended and taken away', () => {
  const draft = signal(settings)
  const { Around } = fakePage()
  const Form = () => (
    <NotifyAddresses
      addresses={draft.value.general.notify}
      problems={fieldProblems(draft.value)}
      onChange={(notify) => (draft.value = { ...draft.value, general: { ...draft.value.general, notify } })}
    />
  )
  render(
    <Around>
      <Form />
    </Around>,
  )
  expect(screen.getByText('Nobody is told by mail.')).toBeTruthy()
  const add = screen.getByRole('button', { name: 'Add an address' })
  fireEvent.click(add)
  fireEvent.click(add)
  fireEvent.input(screen.getByLabelText('Address 1 that is told'), { target: { value: 'team@shop.example' } })
  fireEvent.input(screen.getByLabelText('Address 2 that is told'), { target: { value: 'night' } })
  expect(screen.getByLabelText('Address 1 that is told').getAttribute('aria-invalid')).toBeNull()
  expect(screen.getByLabelText('Address 2 that is told').getAttribute('aria-invalid')).toBe('true')
  fireEvent.click(screen.getByRole('button', { name: 'Tell night no more' }))
  expect(draft.value.general.notify).toEqual(['team@shop.example'])
  expect(fieldProblems(draft.value).size).toBe(0)
  expect(changedFields(settings, draft.value)).toEqual(['general.notify'])
})
