import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createApi } from '../../server/inbox/api.ts'
import { ChannelPage } from '../../server/inbox/settings/channels/channel-page.tsx'
import { outcomeText } from '../../server/inbox/settings/channels/connection.tsx'
import { isLocal } from '../../server/inbox/settings/channels/hook-address.tsx'
import { wordsIn } from '../../server/inbox/settings/channels/own-words.tsx'
import { createSettingsDraft } from '../../server/inbox/settings/settings-draft.ts'
import { createSettingsPreview } from '../../server/inbox/settings/settings-preview.ts'
import { channelsEn } from '../../server/inbox/words/channels.en.ts'
import type { RemoteChannel } from '../../server/protocol/channel.ts'
import { remoteChannels } from '../../server/protocol/channel.ts'
import { recommendedAutoresponder } from '../../server/protocol/channel-settings.ts'
import { settings as shape } from '../../server/protocol/settings.ts'
import { accentTokens } from '../../server/protocol/accent-tokens.ts'
import { settingsProblems } from '../../server/tickets/preview.ts'
import { fakePage } from './page.tsx'
import { settings } from './settings.ts'

afterEach(cleanup)

type Asked = { method: string; path: string; body: unknown }

/** A desk's HTTP answers, and the tab of one channel before somebody. */
async function openTab(channel: RemoteChannel, answers: Record<string, (body: unknown) => object> = {}) {
  const asked: Asked[] = []
  const usual: typeof answers = {
    'GET /api/settings': () => ({ version: 1, settings, zones: ['Europe/Berlin'] }),
    'GET /api/settings/secrets': () => ({
      known: ['twilioAuthToken'],
      hooks: { twilio: 'https://desk.example/hooks/twilio', meta: 'https://desk.example/hooks/meta' },
    }),
    'PUT /api/settings/secrets': () => ({}),
    'POST /api/settings/preview': (body) => {
      return {
        problems: settingsProblems(z.object({ settings: shape }).parse(body).settings),
        moments: [],
        missing: [],
        silent: {},
        accent: accentTokens('#3b5bdb'),
      }
    },
    ...answers,
  }
  const request: typeof fetch = (at, init) => {
    const path = typeof at === 'string' ? at : ''
    const method = init?.method ?? 'GET'
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined
    asked.push({ method, path, body })
    const answer = usual[`${method} ${path}`]
    if (!answer) return Promise.reject(new Error(`nobody answers ${method} ${path}`))
    return Promise.resolve(Response.json({ ok: true, ...answer(body) }))
  }
  const around = fakePage(`/inbox/settings/${channel}`)
  around.page.api = createApi(request)
  const form = createSettingsDraft(around.page.api, around.storage)
  const preview = createSettingsPreview(around.page.api)
  await form.load()
  const { Around } = around
  const Tab = () => <ChannelPage channel={channel} form={form} draft={form.draft.value ?? settings} preview={preview} />
  render(
    <Around>
      <Tab />
    </Around>,
  )
  const put = () => asked.filter(({ method }) => method === 'PUT')
  return { ...around, form, asked, put }
}

describe('the tab of a channel', () => {
  it.each(remoteChannels)('D-11a has the switch and what the channel needs: %s', async (channel) => {
    const { form } = await openTab(channel)
    fireEvent.click(screen.getByRole('switch', { name: /^Use / }))
    expect(form.changed.value).toEqual([`${channel}.on`])
  })

  it('D-11a keeps what is typed into a list as a change, line by line', async () => {
    const { form } = await openTab('instagram')
    fireEvent.click(screen.getByRole('button', { name: 'Add an account' }))
    fireEvent.input(screen.getByLabelText('Instagram account ID'), { target: { value: '1784' } })
    fireEvent.input(screen.getByLabelText('Linked page ID'), { target: { value: '105' } })
    expect(form.draft.value?.instagram.accounts).toEqual([{ accountId: '1784', pageId: '105', name: '' }])
    fireEvent.click(screen.getByRole('button', { name: 'Remove Instagram account ID 1' }))
    expect(form.changed.value).toEqual([])
  })

  it('R-3 says beside the field why a branded sender cannot be used, and keeps what was typed', async () => {
    await openTab('sms')
    fireEvent.click(screen.getByRole('button', { name: 'Add a number' }))
    const field = screen.getByLabelText<HTMLInputElement>('Number')
    fireEvent.input(field, { target: { value: 'Tidewick' } })
    expect(await screen.findByText(/A name made of letters cannot receive answers/)).toBeTruthy()
    expect(field.value).toBe('Tidewick')
    expect(field.getAttribute('aria-invalid')).toBe('true')
  })

  it('D-11a says what an address of the desk may look like', async () => {
    await openTab('email')
    fireEvent.click(screen.getByRole('button', { name: 'Add an address' }))
    fireEvent.input(screen.getByLabelText('Forwards to'), { target: { value: 'in+it@desk.example' } })
    expect(await screen.findByText(/and no plus/)).toBeTruthy()
  })

  it('M-2 takes the recommendation over with one button', async () => {
    const { form } = await openTab('sms')
    fireEvent.click(screen.getByRole('button', { name: 'Take this over' }))
    expect(form.draft.value?.sms.autoresponder).toEqual(recommendedAutoresponder)
    expect(await screen.findByText('This is what you have.')).toBeTruthy()
  })

  it('M-2 shows the answer as the customer gets it', async () => {
    const { form } = await openTab('sms')
    const text = '{{organization}}: write to {{email}}.'
    form.edit((now) => ({
      ...now,
      email: { ...now.email, helpAddress: 'help@tidewick.example' },
      sms: { ...now.sms, autoresponder: { audience: 'everybody', text } },
    }))
    expect(await screen.findByText('Tidewick: write to help@tidewick.example.')).toBeTruthy()
  })

  it('M-1 leaves own words as they are typed, a comma at the end too', async () => {
    const { form } = await openTab('whatsapp')
    const field = screen.getByLabelText<HTMLInputElement>('Like STOP')
    fireEvent.input(field, { target: { value: 'basta, ' } })
    expect(field.value).toBe('basta, ')
    expect(form.draft.value?.whatsapp.ownWords.stop).toEqual(['basta'])
    form.discard()
    await waitFor(() => expect(field.value).toBe(''))
  })
})

describe('credentials', () => {
  it('D-11a go to the server at once, and nothing of them stays on the page or in the browser', async () => {
    const { put, storage, form } = await openTab('sms')
    fireEvent.click(await screen.findByRole('button', { name: 'Replace: Auth token' }))
    const field = screen.getByLabelText<HTMLInputElement>(/^New value of/)
    expect(field.type).toBe('password')
    fireEvent.input(field, { target: { value: ' s3cret-token ' } })
    fireEvent.click(screen.getByRole('button', { name: 'Store' }))
    await waitFor(() => expect(screen.queryByLabelText(/^New value of/)).toBeNull())
    expect(put()).toMatchObject([{ path: '/api/settings/secrets', body: { twilioAuthToken: 's3cret-token' } }])
    expect(form.changed.value).toEqual([])
    expect(storage.getItem('hub.settings-draft')).toBeNull()
    expect(document.body.innerHTML).not.toContain('s3cret')
  })

  it('D-11a are removed only after a question', async () => {
    const { put } = await openTab('sms')
    fireEvent.click(await screen.findByRole('button', { name: 'Remove: Auth token' }))
    expect(put()).toEqual([])
    fireEvent.click(screen.getByRole('button', { name: 'Remove' }))
    expect(await screen.findByText('Not set')).toBeTruthy()
    expect(put()).toMatchObject([{ body: { twilioAuthToken: null } }])
  })

  it('D-11a stay typed when the server does not take them', async () => {
    await openTab('sms', {
      'PUT /api/settings/secrets': () => ({ ok: false, code: 'unavailable', retry: true }),
    })
    fireEvent.click(await screen.findByRole('button', { name: 'Replace: Auth token' }))
    fireEvent.input(screen.getByLabelText(/^New value of/), { target: { value: 'again' } })
    fireEvent.click(screen.getByRole('button', { name: 'Store' }))
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Store' }).getAttribute('aria-disabled')).toBe('false'),
    )
    expect(screen.getByLabelText<HTMLInputElement>(/^New value of/).value).toBe('again')
  })
})

describe('how a connection stands', () => {
  it('D-11b tells in a sentence what came of a test', async () => {
    await openTab('sms', {
      'POST /api/settings/test': () => ({ outcome: 'wrong_credentials', about: 'AC1', words: null }),
    })
    fireEvent.click(screen.getByRole('button', { name: 'Test this connection' }))
    expect(await screen.findByText('It does not work: Twilio does not accept the credentials (AC1).')).toBeTruthy()
  })

  it('D-11b says that unsaved changes are not tested', async () => {
    const { form } = await openTab('sms')
    expect(screen.queryByText(channelsEn.testSaved)).toBeNull()
    form.edit((now) => ({ ...now, sms: { ...now.sms, accountSid: 'AC2' } }))
    expect(await screen.findByText(channelsEn.testSaved)).toBeTruthy()
  })

  it('D-11b names what is missing', async () => {
    await openTab('messenger', {
      'POST /api/settings/preview': () => ({
        problems: [],
        moments: [],
        missing: [{ channel: 'messenger', what: 'page' }],
        silent: {},
        accent: accentTokens('#3b5bdb'),
      }),
    })
    expect(await screen.findByText('A page')).toBeTruthy()
    expect(screen.queryByText(channelsEn.readyOff)).toBeNull()
  })

  it.each(remoteChannels)('D-11b has whole sentences for every outcome: %s', (channel) => {
    for (const outcome of [
      'works',
      'missing',
      'unreachable',
      'wrong_credentials',
      'unknown_address',
      'refused',
    ] as const)
      for (const words of [null, 'Not today.'])
        expect(outcomeText(channelsEn, channel, { outcome, about: '105', words })).toMatch(/^[A-Z][^{}]*[^.]\.$/)
  })
})

it('M-1 reads own words between commas, as many and as long as fit', () => {
  expect(wordsIn(' basta,, aus ;\nno more')).toEqual(['basta', 'aus', 'no more'])
  expect(wordsIn('x'.repeat(60))).toEqual(['x'.repeat(40)])
  expect(wordsIn('a,'.repeat(99))).toHaveLength(50)
})

it('D-11a knows an address that no provider can reach', () => {
  expect(['http://127.0.0.1:3000/hooks', 'http://localhost/x', 'http://[::1]:3/x'].map(isLocal)).toEqual([
    true,
    true,
    true,
  ])
  expect(['https://desk.example/hooks', 'no address'].map(isLocal)).toEqual([false, false])
})
