import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, it, onTestFinished, vi } from 'vitest'
import { RoutingPage } from '../../server/inbox/routing/routing-page.tsx'
import type { Routing, RoutingRule, StoredRouting } from '../../server/protocol/routing.ts'
import { fakePage } from './page.tsx'

afterEach(cleanup)

const when = { channels: [], segments: [], tags: [], languages: [], priority: null, words: [] }
const rule = (name: string, n: number, change: Partial<RoutingRule> = {}): RoutingRule => ({
  id: `00000000-0000-4000-8000-00000000000${n}`,
  name,
  when,
  to: { kind: 'usual' },
  priority: 'high',
  ...change,
})

/** The page over a desk that keeps what is saved. */
function openPage(rules: RoutingRule[]) {
  let stored: StoredRouting = {
    version: 1,
    routing: { roundRobin: false, limit: null, whenAway: { do: 'keep' }, rules },
  }
  const saved: Routing[] = []
  const { Around } = fakePage(
    '/inbox/settings/assignment',
    {},
    {
      routing: async () => ({ ok: true, ...stored }),
      async saveRouting({ version, routing }) {
        stored = { version: version + 1, routing }
        saved.push(routing)
        return { ok: true, ...stored }
      },
    },
  )
  render(
    <Around>
      <RoutingPage />
    </Around>,
  )
  return saved
}

it('D-4 moves a rule with the arrow keys, and the focus goes with it', async () => {
  const saved = openPage([rule('First', 1), rule('Second', 2)])
  const handle = await screen.findByRole('button', { name: /^Move Second, 2 of 2/ })
  handle.focus()
  fireEvent.keyDown(handle, { key: 'ArrowUp' })
  await waitFor(() => expect(saved.at(-1)?.rules.map(({ name }) => name)).toEqual(['Second', 'First']))
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toContain('Move Second, 1 of 2'))
})

/** Lines of 40 px, one below the other, as a browser would lay them out. */
function layOut() {
  const rect = vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function (
    this: HTMLElement,
  ) {
    return new DOMRect(0, 40 * [...(this.parentElement?.children ?? [])].indexOf(this), 600, 40)
  })
  onTestFinished(() => rect.mockRestore())
}
const order = () => screen.getAllByRole('button', { name: /^Move / }).map((one) => one.getAttribute('aria-label'))

it('D-4 drags a rule by its handle, with a finger too, and Escape leaves it where it was', async () => {
  layOut()
  const saved = openPage([rule('First', 1), rule('Second', 2), rule('Third', 3)])
  const handle = () => screen.findByRole('button', { name: /^Move First/ })
  fireEvent.pointerDown(await handle(), { pointerType: 'touch', button: 0 })
  fireEvent.pointerMove(window, { clientY: 115 })
  await waitFor(() => expect(order()[2]).toContain('Move First, 3 of 3'))
  fireEvent.keyDown(window, { key: 'Escape' })
  await waitFor(() => expect(order()[0]).toContain('Move First, 1 of 3'))
  fireEvent.pointerUp(window)
  expect(saved).toEqual([])

  fireEvent.pointerDown(await handle(), { pointerType: 'touch', button: 0 })
  fireEvent.pointerMove(window, { clientY: 70 })
  await waitFor(() => expect(order()[1]).toContain('Move First, 2 of 3'))
  fireEvent.pointerUp(window)
  await waitFor(() => expect(saved.at(-1)?.rules.map(({ name }) => name)).toEqual(['Second', 'First', 'Third']))
})

it('D-4 says of a rule that names a team that is gone that it is skipped', async () => {
  openPage([rule('Returns', 1, { to: { kind: 'team', team: '00000000-0000-4000-8000-0000000000aa', hand: true } })])
  expect(await screen.findByText(/Names a team that is gone. It is skipped until you change it/)).toBeTruthy()
})

it('D-4 takes no rule that would change nothing, and one with words as they were typed', async () => {
  const saved = openPage([])
  fireEvent.click(await screen.findByRole('button', { name: 'Add a rule' }))
  fireEvent.input(screen.getByLabelText('Name'), { target: { value: 'Parcels' } })
  fireEvent.input(screen.getByLabelText('Words in the first message'), {
    target: { value: 'parcel,  where is, parcel' },
  })
  fireEvent.click(screen.getByRole('button', { name: 'Save the rule' }))
  expect(screen.getByText(/would change nothing/)).toBeTruthy()
  fireEvent.change(screen.getByLabelText('And its priority becomes'), { target: { value: 'high' } })
  fireEvent.click(screen.getByRole('button', { name: 'Save the rule' }))
  await waitFor(() =>
    expect(saved.at(-1)?.rules).toMatchObject([
      { name: 'Parcels', when: { ...when, words: ['parcel', 'where is'] }, to: { kind: 'usual' }, priority: 'high' },
    ]),
  )
})

it('D-4 keeps a rule that could not be saved in its form, and saves it over what a colleague saved', async () => {
  let version = 2
  const saved: RoutingRule[][] = []
  const { Around, page } = fakePage(
    '/inbox/settings/assignment',
    {},
    {
      routing: async () => ({
        ok: true,
        version,
        routing: { roundRobin: false, limit: null, whenAway: { do: 'keep' }, rules: [] },
      }),
      async saveRouting({ version: begunWith, routing }) {
        if (begunWith !== version) return { ok: false, code: 'conflict', retry: false }
        saved.push([...routing.rules])
        return { ok: true, version: ++version, routing }
      },
    },
  )
  render(
    <Around>
      <RoutingPage />
    </Around>,
  )
  fireEvent.click(await screen.findByRole('button', { name: 'Add a rule' }))
  fireEvent.input(screen.getByLabelText('Name'), { target: { value: 'Parcels' } })
  fireEvent.change(screen.getByLabelText('And its priority becomes'), { target: { value: 'high' } })
  version = 3
  fireEvent.click(screen.getByRole('button', { name: 'Save the rule' }))
  await waitFor(() => expect(page.toasts.shown.value).toHaveLength(1))
  expect(screen.getByLabelText('Name')).toHaveProperty('value', 'Parcels')
  await waitFor(() => {
    fireEvent.click(screen.getByRole('button', { name: 'Save the rule' }))
    expect(saved.at(-1)).toMatchObject([{ name: 'Parcels' }])
  })
  await waitFor(() => expect(screen.queryByLabelText('Name')).toBeNull())
})
