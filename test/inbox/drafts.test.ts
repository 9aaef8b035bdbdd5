import { expect, it } from 'vitest'
import { createDrafts } from '../../server/inbox/conversation/drafts.ts'
import { forgetSavedDrafts } from '../../server/inbox/conversation/kept-drafts.ts'
import { createHold } from '../../server/inbox/hold.ts'
import { fakeLink, fakeStorage, fakeWorld } from './fake-link.ts'

const ticket = '00000000-0000-4000-8000-000000000001'
const made = (storage = fakeStorage()) => {
  const fake = fakeLink()
  const world = fakeWorld()
  let now = 1_000
  const parts = { link: fake.link, hold: createHold(), storage, world, agent: 'ada', now: () => now }
  return { ...fake, world, storage, drafts: createDrafts(parts), pass: (ms: number) => (now += ms) }
}
const due = async ({ world }: { world: ReturnType<typeof fakeWorld> }) => {
  for (const timer of world.timers.splice(0)) timer.what()
  await Promise.resolve()
}
const told = (text: string, at: number, knew = 1) => ({ ticket, kind: 'reply' as const, text, knew, actions: [], at })

it('R-14 remembers what was seen when the writing began, and saves a moment after the last stroke', async () => {
  const desk = made()
  const draft = desk.drafts.of(ticket, 'reply')
  draft.write('H', 7)
  draft.write('He', 9)
  expect(desk.told('draft.save')).toEqual([])
  expect(desk.world.timers).toHaveLength(1)
  await due(desk)
  expect(desk.told('draft.save')).toEqual([told('He', 1_001, 7)])
  draft.write('', 9)
  expect(desk.told('draft.save').at(-1)).toMatchObject({ text: '' })
  draft.write('New', 12)
  expect(draft.knew.value).toBe(12)
})

it('takes the newer of two, and its own echo never takes a letter away', async () => {
  const desk = made()
  const draft = desk.drafts.of(ticket, 'reply')
  draft.write('Mine', 1)
  desk.drafts.heard(told('Older', 900))
  desk.drafts.heard(told('Mi', 1_000))
  expect(draft.text.value).toBe('Mine')
  desk.drafts.heard(told('From my phone', 5_000))
  expect(draft.text.value).toBe('From my phone')
  expect(desk.drafts.tickets.value).toEqual(new Set([ticket]))
  // It was sent there.
  desk.drafts.heard(told('', 5_000))
  expect(draft.text.value).toBe('')
  expect(desk.drafts.tickets.value).toEqual(new Set())
})

it('a reply that was sent does not take the next one with it', () => {
  const desk = made()
  const draft = desk.drafts.of(ticket, 'reply')
  draft.write('First', 1)
  const { value: at } = draft.at
  draft.clear()
  desk.pass(50)
  draft.write('Second', 2)
  desk.drafts.heard(told('', at))
  expect(draft.text.value).toBe('Second')
})

it('loses nothing that the desk never got: it is saved when the connection is back', async () => {
  const storage = fakeStorage()
  const offline = made(storage)
  offline.answer('draft.save', () => ({ ok: false, code: 'unavailable', retry: true }))
  offline.drafts.of(ticket, 'reply').write('Written in a tunnel', 3)
  await due(offline)
  const later = made(storage)
  later.answer('draft.read', () => ({ ok: true, drafts: [] }))
  await later.drafts.load(ticket)
  expect(later.drafts.of(ticket, 'reply').text.value).toBe('Written in a tunnel')
  later.drafts.wake()
  expect(later.told('draft.save')).toMatchObject([{ text: 'Written in a tunnel', knew: 3 }])
})

it('lets go of what the desk has no more, and reads what it has', async () => {
  const storage = fakeStorage()
  const first = made(storage)
  first.drafts.of(ticket, 'reply').write('Sent from elsewhere meanwhile', 3)
  await due(first)
  const later = made(storage)
  const note = { ...told('Ask Bo', 2_000), kind: 'note' as const }
  later.answer('draft.read', () => ({ ok: true, drafts: [note] }))
  await later.drafts.load(ticket)
  expect(later.drafts.of(ticket, 'reply').text.value).toBe('')
  expect(later.drafts.of(ticket, 'note').text.value).toBe('Ask Bo')
})

it('leaves nothing in the browser at sign-out but what nobody else has', async () => {
  const desk = made()
  desk.drafts.of(ticket, 'reply').write('A secret', 1)
  await desk.drafts.flush()
  desk.answer('draft.save', () => ({ ok: false, code: 'unavailable', retry: true }))
  desk.drafts.of(ticket, 'note').write('Never arrived', 1)
  await desk.drafts.flush()
  forgetSavedDrafts(desk.storage)
  expect([...desk.storage.kept.values()].join()).toContain('Never arrived')
  expect([...desk.storage.kept.values()].join()).not.toContain('A secret')
})

it('R-9 what a macro without words does is done once: it is gone with the reply that it went with', () => {
  const { drafts } = made()
  const draft = drafts.of(ticket, 'reply')
  draft.act([{ do: 'close' }])
  // Files were sent, and no words.
  draft.clear()
  expect(draft.actions.value).toEqual([])
})
