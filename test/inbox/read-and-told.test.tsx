import { cleanup, render, screen } from '@testing-library/preact'
import { afterEach, describe, expect, it } from 'vitest'
import type { Api } from '../../server/inbox/api.ts'
import { OtherTickets } from '../../server/inbox/details/other-tickets.tsx'
import { usualChoice } from '../../server/inbox/list/list-choice.ts'
import { createListModel } from '../../server/inbox/list/list-model.ts'
import type { ShownList } from '../../server/inbox/list/place-row.ts'
import { useLoaded } from '../../server/inbox/parts/loaded.tsx'
import { createSettingsDraft } from '../../server/inbox/settings/settings-draft.ts'
import { usualPreferences } from '../../server/protocol/own-choices.ts'
import { eventually } from '../eventually.ts'
import { fakeLink, fakeStorage } from './fake-link.ts'
import { later } from './later.ts'
import { customer } from './open-ticket.tsx'
import { fakePage, openedDesk } from './page.tsx'
import { id, jonas, row } from './rows.ts'
import { settings } from './settings.ts'

afterEach(cleanup)

const mine: ShownList = { ...usualChoice('mine'), view: 'mine', folded: [], me: jonas.id }
const draft = (text: string, at: number) => ({ ticket: id(1), kind: 'reply', text, knew: 1, actions: [], at })

/** A ticket on the screen, whose next reading comes when a test says so. */
async function reading() {
  const card = { ...customer, tickets: 1 }
  const opened = () => ({
    ok: true,
    row: row(1, { customer }),
    customer: card,
    events: [],
    earlier: false,
    more: false,
  })
  const made = fakePage(`/inbox/mine/${id(1)}`, { 'ticket.open': opened })
  const shown = () => made.desk.conversation.value
  await eventually(() => expect(shown()?.row.value).not.toBeNull())
  const answer = later<unknown>()
  made.answer('ticket.open', answer.come)
  const read = shown()?.thread.resume()
  return { ...made, shown, older: () => (answer.say(opened()), read) }
}

describe('what is told while it is read stays, though the answer is older', () => {
  it('S-1, W-11 of the ticket on the screen: its row, its customer, and whether they are there', async () => {
    const { speak, shown, older } = await reading()
    const gone = { ...customer, blocked: true }
    speak('ticket.changed', { row: row(1, { customer: gone, status: 'closed' }) })
    speak('customer.presence', { customer: customer.id, online: true })
    await older()
    expect(shown()?.row.value).toMatchObject({ status: 'closed', customer: { online: true } })
    expect(shown()?.customer.value).toMatchObject({ blocked: true, online: true })
  })

  it('W-11 of a list: whether a customer is there', async () => {
    const fake = fakeLink()
    const list = createListModel(fake.link)
    const answer = later<unknown>()
    fake.answer('list.read', answer.come)
    list.show(mine)
    list.presence(row(1).customer.id, true)
    answer.say({ ok: true, rows: [row(1)], next: null })
    await eventually(() => expect(list.rows.value).toMatchObject([{ customer: { online: true } }]))
  })

  it('I8 of a list: what was told while a page did not come is not told again with the next one', async () => {
    const fake = fakeLink()
    const list = createListModel(fake.link)
    fake.answer('list.read', () => ({ ok: true, rows: [row(3), row(2)], next: 'on' }))
    list.show(mine)
    await eventually(() => expect(list.rows.value).toHaveLength(2))
    const lost = later<unknown>()
    fake.answer('list.read', lost.come)
    const reads = list.readOn()
    list.change(row(3, { unread: true }))
    lost.say({ ok: false, code: 'unavailable', retry: true })
    await reads
    fake.answer('list.read', () => ({ ok: true, rows: [row(1)], next: null }))
    list.change(row(3, { unread: false }))
    await list.readOn()
    await eventually(() => expect(list.rows.value).toHaveLength(3))
    expect(list.rows.value.map(({ unread }) => unread)).toEqual([false, false, false])
  })

  it('D-1 of the customer’s other tickets', async () => {
    const made = fakePage()
    const answer = later<unknown>()
    made.answer('list.read', answer.come)
    render(
      <made.Around>
        <OtherTickets row={row(1, { customer })} total={2} />
      </made.Around>,
    )
    await eventually(() => expect(JSON.stringify(made.told('list.read'))).toContain(customer.id))
    const other = row(2, { customer, preview: { from: 'customer', text: 'Before' } })
    made.speak('ticket.changed', { row: { ...other, preview: { from: 'customer', text: 'Told meanwhile' } } })
    answer.say({ ok: true, rows: [other], next: null })
    expect(await screen.findByText(/Told meanwhile/)).toBeTruthy()
  })

  it('R-14 of a draft: words from another device do not vanish, nor does their mark', async () => {
    const made = fakePage()
    await eventually(() => expect(made.desk.team.value).toHaveLength(1))
    const [opened, read] = [later<unknown>(), later<unknown>()]
    made.answer('desk.open', opened.come)
    made.answer('draft.read', read.come)
    made.reconnect()
    const loaded = made.desk.drafts.load(id(1))
    made.speak('draft.changed', draft('From my phone', 5_000))
    opened.say(openedDesk({ shopName: 'Read' }))
    read.say({ ok: true, drafts: [] })
    await loaded
    await eventually(() => expect(made.desk.shopName.value).toBe('Read'))
    expect(made.desk.drafts.of(id(1), 'reply').text.value).toBe('From my phone')
    expect(made.desk.drafts.tickets.value).toEqual(new Set([id(1)]))
  })
})

describe('a choice of one’s own', () => {
  it('D-9a that is refused takes back itself alone, not what was chosen or told beside it', async () => {
    const { desk, answer, speak } = fakePage()
    await eventually(() => expect(desk.team.value).toHaveLength(1))
    const [refused, kept] = [later<unknown>(), later<unknown>()]
    answer('preferences.change', refused.come)
    const first = desk.preferences.change({ sound: !usualPreferences.sound })
    answer('preferences.change', kept.come)
    const second = desk.preferences.change({ mentions: !usualPreferences.mentions })
    speak('preferences.changed', { ...usualPreferences, messages: 'all' })
    speak('preferences.changed', { ...usualPreferences, messages: 'all', mentions: !usualPreferences.mentions })
    kept.say({ ok: true })
    await second
    refused.say({ ok: false, code: 'unavailable', retry: true })
    await first
    expect(desk.preferences.now.value).toEqual({
      ...usualPreferences,
      messages: 'all',
      mentions: !usualPreferences.mentions,
    })
  })

  it('D-9a holds from the first moment on, until it is told', async () => {
    const { desk, speak } = fakePage()
    await eventually(() => expect(desk.team.value).toHaveLength(1))
    const sound = !usualPreferences.sound
    const asked = desk.preferences.change({ sound })
    expect(desk.preferences.now.value.sound).toBe(sound)
    await asked
    expect(desk.preferences.now.value.sound).toBe(sound)
    speak('preferences.changed', { ...usualPreferences, sound })
    speak('preferences.changed', usualPreferences)
    expect(desk.preferences.now.value.sound).toBe(usualPreferences.sound)
  })
})

describe('of two readings the newer one counts, though the older one comes after it', () => {
  it('D-11 of what a page of the settings shows', async () => {
    const answers = [later<{ ok: true; said: string }>(), later<{ ok: true; said: string }>()] as const
    const waiting = [...answers]
    const none = Promise.resolve({ ok: true as const, said: 'nothing' })
    const ask = () => waiting.shift()?.come() ?? none
    const loads: (() => Promise<unknown>)[] = []
    function Shown() {
      const { found, load } = useLoaded(ask)
      loads.push(load)
      return <p>{typeof found === 'string' ? found : found.said}</p>
    }
    const { Around } = fakePage()
    render(
      <Around>
        <Shown />
      </Around>,
    )
    const [first, second] = [loads[0]?.(), loads[0]?.()]
    answers[1].say({ ok: true, said: 'newer' })
    await second
    answers[0].say({ ok: true, said: 'older' })
    await first
    expect(await screen.findByText('newer')).toBeTruthy()
  })

  it('D-11 of the settings themselves', async () => {
    const version = (n: number, shopName: string) => ({
      ok: true as const,
      version: n,
      settings: { ...settings, general: { ...settings.general, shopName } },
      zones: [],
    })
    const older = later<ReturnType<typeof version>>()
    const waiting: Api['settings'][] = [older.come, () => Promise.resolve(version(2, 'Newer'))]
    const api: Pick<Api, 'settings' | 'saveSettings'> = {
      settings: () => (waiting.shift() ?? older.come)(),
      saveSettings: () => Promise.resolve({ ok: false, code: 'conflict', retry: false, problems: [] }),
    }
    const form = createSettingsDraft(api, fakeStorage())
    const [first, second] = [form.load(), form.load()]
    await second
    older.say(version(1, 'Older'))
    await first
    expect(form.draft.value?.general.shopName).toBe('Newer')
  })
})
