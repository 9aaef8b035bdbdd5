import { expect, it } from 'vitest'
import { createApi } from '../../server/inbox/api.ts'

const asked = (answer: unknown) => createApi(() => Promise.resolve(Response.json(answer))).me()

const jonas = { id: '00000000-0000-4000-8000-00000000000a', name: 'Jonas', email: 'j@desk.example', role: 'support' }

it('D-7b reads who is signed in, nobody, or why not', async () => {
  expect(await asked({ ok: true, me: { ...jonas, more: 1 } })).toEqual({ ok: true, me: jonas })
  expect(await asked({ ok: true, me: null })).toEqual({ ok: true, me: null })
  expect(await asked({ ok: false, code: 'forbidden', retry: false })).toEqual({
    ok: false,
    code: 'forbidden',
    retry: false,
  })
})

it.each([
  null,
  [],
  'text',
  {},
  { ok: true },
  { ok: true, me: 1 },
  { ok: true, me: { ...jonas, role: 'king' } },
  { ok: true, me: { ...jonas, id: 7 } },
  { ok: false, code: 'constructor' },
])('takes nothing for an answer that nobody promised: %j', async (answer) => {
  expect(await asked(answer)).toEqual({ ok: false, code: 'internal', retry: true })
})

it('says that nobody can be reached where there is no answer', async () => {
  const api = createApi(() => Promise.reject(new Error('no network')))
  expect(await api.me()).toEqual({ ok: false, code: 'unavailable', retry: true })
  expect(await api.team()).toEqual({ ok: false, code: 'unavailable', retry: true })
})
