import { signal } from '@preact/signals'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, it } from 'vitest'
import type { Previewed } from '../../server/inbox/api.ts'
import { HoursEditor } from '../../server/inbox/settings/hours-editor.tsx'
import type { Days } from '../../server/inbox/settings/hours-edit.ts'
import { SaveBar } from '../../server/inbox/settings/save-bar.tsx'
import { createSettingsDraft } from '../../server/inbox/settings/settings-draft.ts'
import { accentTokens } from '../../server/protocol/accent-tokens.ts'
import { fakeStorage } from './fake-link.ts'
import { fakePage } from './page.tsx'
import { settings } from './settings.ts'

afterEach(cleanup)

it('W-7 saves what was mended a moment ago, though the preview still speaks of the mistake', async () => {
  const saved: unknown[] = []
  const form = createSettingsDraft(
    {
      settings: () => Promise.resolve({ ok: true, version: 1, settings, zones: [] }),
      saveSettings(_version, wanted) {
        saved.push(wanted)
        return Promise.resolve({ ok: true, version: 2, settings: wanted })
      },
    },
    fakeStorage(),
  )
  await form.load()
  form.edit((now) => ({ ...now, webChat: { ...now.webChat, welcome: 'Good morning' } }))
  const late: Previewed = {
    ok: true,
    problems: [{ path: 'webChat.officeHours.days.0.1', code: 'range_overlaps' }],
    moments: [],
    missing: [],
    silent: {},
    accent: accentTokens('#3b5bdb'),
  }
  const { Around } = fakePage()
  render(
    <Around>
      <SaveBar
        form={form}
        draft={form.draft.value ?? settings}
        preview={{ shown: signal(late), failed: signal(false), ask() {}, close() {} }}
      />
    </Around>,
  )
  fireEvent.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(saved).toHaveLength(1))
})

it('R-3 leads from any tab to the one with the problem', async () => {
  const form = createSettingsDraft(
    {
      settings: () => Promise.resolve({ ok: true, version: 1, settings, zones: [] }),
      saveSettings: () =>
        Promise.resolve({
          ok: false,
          code: 'bad_request',
          retry: false,
          problems: [{ path: 'sms.numbers.0.number', code: 'branded_sender' }],
        }),
    },
    fakeStorage(),
  )
  await form.load()
  form.edit((now) => ({ ...now, sms: { ...now.sms, numbers: [{ number: 'Tidewick', name: '' }] } }))
  const { Around, page } = fakePage('/inbox/settings/general')
  render(
    <Around>
      <SaveBar
        form={form}
        draft={form.draft.value ?? settings}
        preview={{ shown: signal(null), failed: signal(false), ask() {}, close() {} }}
      />
    </Around>,
  )
  fireEvent.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(page.router.route.value).toEqual({ page: 'settings', section: 'sms' }))
  expect(form.draft.value?.sms.numbers).toEqual([{ number: 'Tidewick', name: '' }])
})

it('W-7 gives the focus on to the day when its last hours are deleted', async () => {
  const days = signal<Days>([[{ start: 540, end: 1020 }], [], [], [], [], [], []])
  const { Around } = fakePage()
  function Hours() {
    return <HoursEditor days={days.value} zone="Europe/Berlin" problems={[]} onChange={(now) => (days.value = now)} />
  }
  render(
    <Around>
      <Hours />
    </Around>,
  )
  const remove = screen.getByRole('button', { name: 'Delete 09:00 to 17:00 on Monday' })
  remove.focus()
  fireEvent.click(remove)
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Add hours on Monday' })))
})
