import { describe, expect, it, vi } from 'vitest'
import { createBrowserNotices } from '../../server/inbox/notify/browser-notices.ts'
import { wanted, whoseOf } from '../../server/inbox/notify/news.ts'
import { type ChannelName, channelNames } from '../../server/protocol/channel.ts'
import { createOneTab } from '../../widget/thread/one-tab.ts'
import { messageNews, usualPreferences } from '../../server/protocol/own-choices.ts'
import { fakeStorage } from './fake-link.ts'
import { fakePage } from './page.tsx'
import { id, jonas, priya } from './rows.ts'
import { eventually } from '../eventually.ts'

const told = { ticket: id(1), number: 1, channel: 'web_chat', customer: 'Ada', assignee: jonas.id, team: null } as const
const arrived = { ...told, message: id(900), text: 'Hello?', kind: null }
const whoses = ['mine', 'team', 'nobody', 'colleague'] as const
const loud = { ...usualPreferences, browser: true, sound: true }

/** The page of Jonas, who wants to hear of everything, in a browser that lets him. */
async function page(preferences = loud, address = '/inbox/mine') {
  const made = fakePage(address)
  made.ways.notices.permission.value = 'granted'
  await eventually(() => expect(made.desk.team.value).toHaveLength(1))
  made.speak('preferences.changed', preferences)
  const { done } = made.ways
  return { ...made, done, titles: () => done.shown.map(({ title }) => title) }
}

describe('what is new', () => {
  it.each([
    ['none', []],
    ['mine', ['mine']],
    ['mine_and_team', ['mine', 'team']],
    ['mine_and_unassigned', ['mine', 'team', 'nobody']],
    ['all', ['mine', 'team', 'nobody', 'colleague']],
  ] as const)('D-9a is told as it was chosen: %s', (messages, held) => {
    for (const kind of ['message', 'snooze', 'waits'] as const) {
      const told = whoses.filter((whose) => wanted({ kind, channel: 'sms', whose }, { ...loud, messages }))
      expect([kind, told]).toEqual([kind, held])
    }
    for (const mentions of [true, false])
      expect(wanted({ kind: 'mention' }, { ...loud, messages, mentions })).toBe(mentions)
    expect(messageNews).toContain(messages)
  })

  it('D-9a is told by the channels that were chosen, and a mention by any', () => {
    const chosen = { ...loud, quietChannels: ['sms', 'email'] satisfies ChannelName[] }
    const told = channelNames.filter((channel) => wanted({ kind: 'message', channel, whose: 'mine' }, chosen))
    expect(told).toEqual(['web_chat', 'whatsapp', 'instagram', 'messenger'])
    const quiet = { ...loud, quietChannels: [...channelNames] }
    expect(wanted({ kind: 'mention' }, quiet)).toBe(true)
  })

  it('D-9a knows whose a ticket is', () => {
    const teams = [
      { id: id(50), members: [jonas.id, priya.id] },
      { id: id(51), members: [priya.id] },
    ]
    const whose = (assignee: string | null, team: string | null) => whoseOf({ assignee, team }, jonas.id, teams)
    expect([whose(jonas.id, id(51)), whose(priya.id, id(50))]).toEqual(['mine', 'colleague'])
    expect([null, id(50), id(51), id(52)].map((team) => whose(null, team))).toEqual([
      'nobody',
      'team',
      'nobody',
      'nobody',
    ])
  })

  it('D-9b rings and shows a message, with who wrote it; a click opens its ticket', async () => {
    const { done, speak, page: around } = await page()
    speak('message.arrived', arrived)
    expect(done.rings).toBe(1)
    expect(done.shown).toMatchObject([{ title: 'Ada has written', body: 'Hello?', ticket: id(1) }])
    done.shown[0]?.onClick()
    expect(around.router.route.value).toMatchObject({ page: 'inbox', view: 'all', ticket: id(1) })
  })

  it('D-9b says whose it is, and what came without words', async () => {
    const { titles, done, speak } = await page()
    speak('message.arrived', { ...arrived, assignee: null, text: '', kind: 'picture' })
    expect(titles()).toEqual(['Ada has written, nobody has it yet'])
    expect(done.shown[0]?.body).not.toBe('')
    speak('preferences.changed', { ...loud, messages: 'all', quietChannels: ['sms'] })
    const theirs = { ...arrived, assignee: priya.id }
    speak('message.arrived', { ...theirs, message: id(920), channel: 'sms' })
    speak('message.arrived', { ...theirs, message: id(921) })
    expect(titles().slice(1)).toEqual(['Ada has written, a colleague has it'])
  })

  it('D-9b tells of what nobody in my teams has, and knows when I join one', async () => {
    const { titles, speak } = await page({ ...loud, messages: 'mine_and_team' })
    const ours = { ...arrived, assignee: null, team: id(50) }
    const team = { id: id(50), name: 'Returns' }
    speak('teams.changed', { teams: [{ ...team, members: [priya.id] }] })
    speak('message.arrived', ours)
    expect(titles()).toEqual([])
    speak('teams.changed', { teams: [{ ...team, members: [priya.id, jonas.id] }] })
    speak('message.arrived', { ...ours, message: id(922) })
    expect(titles()).toEqual(['Ada has written, nobody has it yet'])
  })

  it('D-9b is silent about a ticket that is before me, on this page or another of mine', async () => {
    const { done, speak } = await page(loud, `/inbox/mine/${id(1)}`)
    speak('message.arrived', arrived)
    expect([done.rings, done.shown]).toEqual([0, []])
    speak('message.arrived', { ...arrived, ticket: id(2) })
    expect(done.shown).toHaveLength(1)
    speak('ticket.attended', { ticket: id(3), agents: [{ id: jonas.id, doing: 'viewing' }] })
    speak('ticket.attended', { ticket: id(4), agents: [{ id: priya.id, doing: 'viewing' }] })
    for (const n of [3, 4]) speak('message.arrived', { ...arrived, ticket: id(n), message: id(910 + n) })
    expect(done.shown.map(({ ticket }) => ticket)).toEqual([id(2), id(4)])
  })

  it('D-9b is told of the ticket I left for the settings', async () => {
    const { done, speak, page: around, told } = await page(loud, `/inbox/mine/${id(1)}`)
    around.router.go({ page: 'settings', section: 'me' })
    expect(told('viewing').at(-1)).toEqual({ ticket: id(1), visible: false })
    speak('message.arrived', arrived)
    expect(done.shown).toHaveLength(1)
  })

  it('D-9b is nothing where neither was chosen, or the browser does not let us', async () => {
    const quiet = await page(usualPreferences)
    quiet.speak('message.arrived', arrived)
    expect(quiet.done).toEqual({ shown: [], rings: 0, claimed: [] })
    const blocked = await page()
    blocked.ways.notices.permission.value = 'blocked'
    blocked.speak('message.arrived', arrived)
    expect([blocked.done.shown, blocked.done.rings]).toEqual([[], 1])
  })

  it('S-1b is a snooze that is over; a message that ended it is told of as a message', async () => {
    const { titles, speak } = await page()
    speak('snooze.over', { ...told, by: 'message' })
    expect(titles()).toEqual([])
    speak('snooze.over', { ...told, by: 'timer' })
    expect(titles()).toEqual(['Ada is back: the snooze is over'])
  })

  it('W-12 is a customer who waits, once a mark, as the agent wants to hear of messages', async () => {
    const { titles, speak, page: around } = await page()
    const waits = { ...told, mark: 'marked' as const }
    speak('ticket.waits', waits)
    speak('ticket.waits', waits)
    expect(titles()).toEqual(['Ada is waiting for an answer'])
    speak('ticket.waits', { ...waits, mark: 'loud', assignee: null })
    expect(titles().at(-1)).toBe('Ada is waiting, nobody has it yet')
    expect(around.toasts.shown.value.at(-1)?.text).toBe('Ada is waiting, nobody has it yet')
    speak('preferences.changed', { ...loud, messages: 'mine' })
    speak('ticket.waits', { ...waits, ticket: id(2), assignee: null })
    expect(titles()).toHaveLength(2)
  })

  it('R-10 is a colleague’s note that mentions me', async () => {
    const { done, speak } = await page()
    speak('mentioned', { ticket: id(1), number: 1, by: priya, text: 'Jonas, can you?' })
    expect(done.shown).toMatchObject([{ title: 'Priya Raman mentioned you', body: 'Jonas, can you?', ticket: id(1) }])
    speak('preferences.changed', { ...loud, mentions: false })
    speak('mentioned', { ticket: id(1), number: 1, by: priya, text: 'And this?' })
    expect(done.shown).toHaveLength(1)
  })

  it('D-9b is told once over several tabs', async () => {
    const { done, speak } = await page()
    for (let tab = 0; tab < 3; tab++) speak('message.arrived', arrived)
    expect([done.rings, done.shown.length]).toEqual([1, 1])
  })
})

describe('one of several tabs', () => {
  it('does it by a lock that the others find taken', async () => {
    const held = new Set<string>()
    const locks = {
      request: async (name: string, _: unknown, run: (lock: object | null) => Promise<void>) => {
        const free = !held.has(name)
        held.add(name)
        void run(free ? {} : null)
      },
    }
    const done: string[] = []
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const tabs = [1, 2, 3].map(() => createOneTab(locks as unknown as LockManager, fakeStorage()))
    for (const [at, tab] of tabs.entries()) tab('a', () => done.push(`a by ${at}`))
    tabs[2]?.('b', () => done.push('b by 2'))
    await eventually(() => expect(done).toEqual(['a by 0', 'b by 2']))
  })

  it('does it by what the last one wrote down, where there are no locks', () => {
    const storage = fakeStorage()
    let done = 0
    const tabs = [1, 2].map(() => createOneTab(undefined, storage))
    for (const tab of tabs) tab('a', () => done++)
    for (const tab of tabs) tab('b', () => done++)
    expect(done).toBe(2)
  })
})

describe('the browser’s notifications', () => {
  /** A browser that answers when it is asked. */
  function browser(permission: NotificationPermission, answer: NotificationPermission = permission) {
    const shown: { title: string; options: NotificationOptions; click: () => void }[] = []
    class Stub {
      static permission = permission
      static requestPermission = vi.fn<() => Promise<NotificationPermission>>(async () => (Stub.permission = answer))
      constructor(title: string, options: NotificationOptions) {
        shown.push({ title, options, click: () => {} })
      }
      addEventListener(_: string, click: () => void) {
        const last = shown.at(-1)
        if (last) last.click = click
      }
      close() {}
    }
    const focus = vi.fn<() => void>()
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const notices = createBrowserNotices({ Notification: Stub as unknown as typeof Notification, focus })
    return { notices, shown, focus, Stub }
  }

  it('D-9a are never asked for by themselves, and say what holds', async () => {
    const { notices, Stub } = browser('default', 'granted')
    expect([notices.permission.value, Stub.requestPermission.mock.calls.length]).toEqual(['not_asked', 0])
    expect(await notices.ask()).toBe(true)
    expect(notices.permission.value).toBe('granted')
    expect(browser('denied').notices.permission.value).toBe('blocked')
    expect(createBrowserNotices({ focus: () => {} }).permission.value).toBe('missing')
    const refused = browser('default', 'denied').notices
    expect([await refused.ask(), refused.permission.value]).toEqual([false, 'blocked'])
  })

  it('D-9b stand one a ticket, without a sound of the browser’s; a click brings the page forward', () => {
    const { notices, shown, focus } = browser('granted')
    const onClick = vi.fn<() => void>()
    notices.show({ title: 'Ada has written', body: 'Hello', ticket: id(1), onClick })
    expect(shown).toMatchObject([{ title: 'Ada has written', options: { body: 'Hello', tag: id(1), silent: true } }])
    shown[0]?.click()
    expect([focus.mock.calls.length, onClick.mock.calls.length]).toEqual([1, 1])
  })

  it('D-9b show nothing once the leave was taken back', () => {
    const { notices, shown, Stub } = browser('granted')
    Stub.permission = 'denied'
    notices.show({ title: 'x', body: '', ticket: id(1), onClick: () => {} })
    expect([shown, notices.permission.value]).toEqual([[], 'blocked'])
  })
})
