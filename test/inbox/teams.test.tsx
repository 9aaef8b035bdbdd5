import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, it } from 'vitest'
import { TeamsPage } from '../../server/inbox/settings/teams-page.tsx'
import { fakePage, openedDesk } from './page.tsx'
import { jonas, priya } from './rows.ts'

afterEach(cleanup)

const returns = { id: '00000000-0000-4000-8000-0000000000aa', name: 'Returns', members: [] as string[] }

/** The page over a desk that answers each change when it is told to. */
function openPage() {
  const asked: { members?: string[] }[] = []
  let go = () => {}
  const gate = new Promise<void>((resolve) => {
    go = resolve
  })
  const fake = fakePage(
    '/inbox/settings/teams',
    {
      'desk.open': () => openedDesk({ agents: [jonas, priya].map((one) => ({ ...one, presence: 'online' })) }),
    },
    {
      teamsAndTags: async () => ({ ok: true, teams: [{ ...returns, members: asked.at(-1)?.members ?? [] }], tags: [] }),
      async changeTeam(_id, change) {
        asked.push(change)
        await gate
        return { ok: true }
      },
      newTeam: async () => ({ ok: false, code: 'name_taken', retry: false }),
    },
  )
  render(
    <fake.Around>
      <TeamsPage />
    </fake.Around>,
  )
  return { ...fake, asked, go }
}

it('D-4 puts two colleagues into a team though the desk has not answered for the first one', async () => {
  const { asked, go } = openPage()
  fireEvent.click(await screen.findByRole('button', { name: 'Members of Returns' }))
  fireEvent.click(await screen.findByRole('option', { name: /Jonas/ }))
  fireEvent.click(screen.getByRole('option', { name: /Priya/ }))
  expect(asked.at(-1)?.members).toEqual([jonas.id, priya.id])
  go()
  await waitFor(() => expect(screen.getAllByRole('option', { selected: true })).toHaveLength(2))
})

it('D-4 keeps the name of a team that was not taken', async () => {
  const { page } = openPage()
  const field = await screen.findByLabelText('Name of the team')
  fireEvent.input(field, { target: { value: 'Returns' } })
  fireEvent.click(screen.getByRole('button', { name: 'Create' }))
  await waitFor(() => expect(page.toasts.shown.value).toHaveLength(1))
  expect(field).toHaveProperty('value', 'Returns')
})
