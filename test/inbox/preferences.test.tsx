import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, describe, expect, it } from 'vitest'
import { onKey } from '../../server/inbox/desk-keys.ts'
import { SettingsPage } from '../../server/inbox/settings/settings-page.tsx'
import { Nav } from '../../server/inbox/shell/nav.tsx'
import { channelNames } from '../../server/protocol/channel.ts'
import { usualPreferences } from '../../server/protocol/own-choices.ts'
import { fakePage } from './page.tsx'
import { id, jonas, row } from './rows.ts'
import { eventually } from '../eventually.ts'

afterEach(cleanup)

/** The page of an agent at their preferences. */
async function page() {
  const made = fakePage('/inbox/settings/me')
  const { permission } = made.ways.notices
  await eventually(() => expect(made.desk.team.value).toHaveLength(1))
  render(
    <made.Around>
      <Nav />
      <SettingsPage section="me" />
    </made.Around>,
  )
  return { ...made, permission }
}

describe('the preferences', () => {
  it('D-7d are open to everybody: support sees them and macros, and nothing else of the settings', async () => {
    await page()
    expect(screen.getByRole('heading', { name: 'Your preferences', level: 1 })).toBeTruthy()
    const links = screen.getByRole('navigation', { name: 'Settings' }).querySelectorAll('a')
    expect([...links].map((link) => link.textContent)).toEqual(['Your preferences', 'Macros'])
    expect(screen.getByRole('link', { name: 'Settings' }).getAttribute('href')).toBe('/inbox/settings/me')
  })

  it('D-7d do not open the shop’s settings to support', () => {
    const made = fakePage('/inbox/settings/general')
    render(
      <made.Around>
        <SettingsPage section="general" />
      </made.Around>,
    )
    expect(screen.getByText('Settings are for owners and admins')).toBeTruthy()
  })

  it('let agents say what they are called', async () => {
    const { told, desk, speak } = await page()
    const field = screen.getByLabelText('Your name')
    const save = () => screen.getByRole('button', { name: 'Save' })
    expect([Reflect.get(field, 'value'), save().hasAttribute('disabled')]).toEqual([jonas.name, true])
    fireEvent.input(field, { target: { value: '  Jonas E. ' } })
    await waitFor(() => expect(save().hasAttribute('disabled')).toBe(false))
    save().click()
    await eventually(() => expect(told('me.rename')).toEqual([{ name: 'Jonas E.' }]))
    speak('agents.changed', { agents: [{ id: jonas.id, name: 'Jonas E.', presence: 'online' }], gone: [] })
    expect(desk.me.value.name).toBe('Jonas E.')
    await waitFor(() =>
      expect([Reflect.get(field, 'value'), save().hasAttribute('disabled')]).toEqual(['Jonas E.', true]),
    )
    fireEvent.input(field, { target: { value: '   ' } })
    await waitFor(() => expect(save().hasAttribute('disabled')).toBe(true))
  })

  it('D-9a hold at once, and are taken back where the desk does not keep them', async () => {
    const { answer, told, desk, page: around } = await page()
    screen.getByRole('radio', { name: 'Of my tickets' }).click()
    expect(told('preferences.change')).toEqual([{ messages: 'mine' }])
    expect(desk.preferences.now.value.messages).toBe('mine')
    answer('preferences.change', () => ({ ok: false, code: 'unavailable', retry: true }))
    screen.getByRole('switch', { name: /^Notes that mention me/ }).click()
    await eventually(() => expect(around.toasts.shown.value).toHaveLength(1))
    expect(desk.preferences.now.value.mentions).toBe(true)
  })

  it('D-9a let one choose the channels, and say what it means that none is left', async () => {
    const { told, desk } = await page()
    const channels = screen.getByRole('group', { name: 'Channels' })
    const ticks = within(channels).getAllByRole('checkbox')
    expect(ticks.map((tick) => tick.matches(':checked'))).toEqual(channelNames.map(() => true))
    within(channels).getByRole('checkbox', { name: 'SMS' }).click()
    expect(told('preferences.change')).toEqual([{ quietChannels: ['sms'] }])
    await waitFor(() => expect(desk.preferences.now.value.quietChannels).toEqual(['sms']))
    for (const tick of ticks.filter((one) => one.matches(':checked'))) {
      fireEvent.click(tick)
      await waitFor(() => expect(tick.matches(':checked')).toBe(false))
    }
    expect(await screen.findByText('No channel is ticked: you hear of no customer.')).toBeTruthy()
    screen.getByRole('radio', { name: 'None' }).click()
    await waitFor(() => expect(screen.queryByRole('group', { name: 'Channels' })).toBeNull())
  })

  it('D-9a ask the browser only by a click, and say honestly what it answered', async () => {
    const { permission, ways, told } = await page()
    expect(permission.value).toBe('not_asked')
    screen.getByRole('switch', { name: /^Notifications of the browser/ }).click()
    expect(told('preferences.change')).toEqual([{ browser: true }])
    expect(await screen.findByText('This browser allows them.')).toBeTruthy()
    screen.getByRole('button', { name: 'Show one' }).click()
    expect(ways.done.shown).toHaveLength(1)
    permission.value = 'blocked'
    expect(await screen.findByText(/This browser blocks them/)).toBeTruthy()
    permission.value = 'missing'
    expect(await screen.findByText(/cannot show any here/)).toBeTruthy()
    permission.value = 'not_asked'
    ;(await screen.findByRole('button', { name: 'Allow it here' })).click()
    await eventually(() => expect(permission.value).toBe('granted'))
  })

  it('D-9a let one hear the sound that was switched on', async () => {
    const { ways } = await page()
    screen.getByRole('switch', { name: /^Sound/ }).click()
    ;(await screen.findByRole('button', { name: 'Listen' })).click()
    expect(ways.done.rings).toBe(2)
  })
})

describe('single keys', () => {
  it('rest in every tab as soon as they are switched off in one; Esc does not', async () => {
    const made = fakePage('/inbox/mine')
    made.answer('list.read', () => ({ ok: true, rows: [row(2), row(1)], next: null }))
    await made.desk.list.refresh()
    await eventually(() => expect(made.desk.team.value).toHaveLength(1))
    const press = (key: string) => onKey(new KeyboardEvent('keydown', { key }), made.page, made.screen)
    made.speak('preferences.changed', { ...usualPreferences, singleKeys: false })
    press('j')
    expect(made.screen.focused.value).toBeNull()
    made.screen.navOpen.value = true
    press('Escape')
    expect(made.screen.navOpen.value).toBe(false)
    made.speak('preferences.changed', usualPreferences)
    press('j')
    expect(made.screen.focused.value).toBe(id(2))
  })

  it('R-10 n begins a note in the ticket that is meant', async () => {
    const made = fakePage(`/inbox/mine/${id(1)}`, {
      'ticket.open': () => ({
        ok: true,
        row: row(1),
        customer: { ...jonas, blocked: false },
        events: [],
        earlier: false,
        more: false,
      }),
    })
    await eventually(() => expect(made.desk.conversation.value?.row.value).not.toBeNull())
    onKey(new KeyboardEvent('keydown', { key: 'n' }), made.page, made.screen)
    expect([made.screen.noteAsked.value, made.screen.replyAsked.value]).toEqual([id(1), null])
  })
})
