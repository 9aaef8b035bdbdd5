import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, expect, it } from 'vitest'
import { SignedOutMeanwhile } from '../../server/inbox/door/sign-in.tsx'
import { MembersPage } from '../../server/inbox/settings/members-page.tsx'
import { fakePage } from './page.tsx'
import { jonas, priya } from './rows.ts'

afterEach(cleanup)

it('D-7 whoever was signed out is asked to come back, however often they press Esc', () => {
  const { Around } = fakePage()
  render(
    <Around>
      <SignedOutMeanwhile me={{ ...jonas, email: 'jonas@tidewick.example', role: 'support' }} />
    </Around>,
  )
  const dialog = screen.getByRole<HTMLDialogElement>('dialog')
  dialog.close()
  fireEvent(dialog, new Event('close'))
  expect(dialog.open).toBe(true)
})

it('D-7 says of every member why they cannot be changed or removed here', async () => {
  const members = [
    { ...priya, email: 'priya@tidewick.example', role: 'owner' as const },
    {
      id: '00000000-0000-4000-8000-00000000000c',
      name: 'Ada Bow',
      email: 'ada@tidewick.example',
      role: 'owner' as const,
    },
    { ...jonas, email: 'jonas@tidewick.example', role: 'admin' as const },
  ]
  const { Around } = fakePage(
    '/inbox/settings/members',
    {},
    { team: async () => ({ ok: true, members: members.map((one) => ({ ...one, createdAt: 0 })), invitations: [] }) },
  )
  render(
    <Around>
      <MembersPage />
    </Around>,
  )
  const role = await screen.findByRole('combobox', { name: /Priya Raman/ })
  expect([role.hasAttribute('disabled'), role.getAttribute('title')]).toEqual([true, 'Only owners change owners'])
  const removes = screen.getAllByRole('button', { name: /^Remove/ }).filter((button) => button.hasAttribute('disabled'))
  expect(removes.map((button) => button.getAttribute('title'))).toEqual([
    'Only owners change owners',
    'Only owners change owners',
    'Somebody else has to remove you',
  ])
})
