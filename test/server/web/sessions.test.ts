import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { moment } from '../../../server/store/moment.ts'
import { type Installation, password, startInstallation } from '../installation.ts'
import { turnedAway } from '../talk.ts'

let hub: Installation
beforeAll(async () => {
  hub = await startInstallation()
})
afterAll(() => hub.close())

const signIn = (email: string, given: string, headers: Record<string, string> = {}) =>
  hub.post('/api/sign-in', { email, password: given }, headers)

const cookieOf = (answer: Response) => answer.headers.get('set-cookie') ?? ''
const sessionOf = (answer: Response) => cookieOf(answer).split(';')[0] ?? ''

const invited = z.object({ link: z.string(), invitation: z.object({ id: z.uuid() }) })
async function invite(by: { cookie: string }, email: string) {
  const answer = await hub.post('/api/invitations', { email, role: 'support' }, by)
  const { link, invitation } = invited.parse(await answer.json())
  return { token: link.split('#')[1] ?? '', id: invitation.id, link }
}
const joinWith = (token: string, more: object = {}) =>
  hub.post('/api/join', { token, name: ' New\0comer\ud800 ', password: 'a long enough one', ...more })

describe('sessions', () => {
  it('S5 every sign-in makes a session of its own, whatever cookie came with it', async () => {
    const member = await hub.member('support', 'Fixed', { mayType: true })
    const planted = 'A'.repeat(43)
    const first = await signIn(member.email, password, { cookie: `hub=${planted}` })
    const second = await signIn(member.email.toUpperCase(), password, { cookie: sessionOf(first) })
    const sessions = [sessionOf(first), sessionOf(second)]
    expect(new Set([...sessions, `hub=${planted}`, member.cookie]).size).toBe(4)
    expect(cookieOf(first)).toMatch(/; HttpOnly; SameSite=Strict$/)
    expect(cookieOf(first)).toMatch(/; Path=\/;/)
    expect(await hub.whoIs(`hub=${planted}`)).toBeNull()
    for (const cookie of sessions) expect(await hub.whoIs(cookie)).not.toBeNull()
    // Signing out ends this one and not the other.
    const out = await hub.post('/api/sign-out', {}, { cookie: sessionOf(first) })
    expect(cookieOf(out)).toMatch(/^hub=;/)
    expect(await hub.whoIs(sessionOf(first))).toBeNull()
    expect(await hub.whoIs(sessionOf(second))).not.toBeNull()
  })

  it('D-7b tells a page who is there: a member, or nobody', async () => {
    const { id, name, email, cookie } = await hub.member('manager')
    expect(await hub.whoIs(cookie)).toEqual({ id, name, email, role: 'manager' })
    // Nobody is an answer like another: a red line in the console of every sign-in page would hide the real ones.
    expect((await hub.get('/api/me')).status).toBe(200)
    expect(await hub.whoIs('')).toBeNull()
  })

  it('S5 what is stored opens nothing', async () => {
    const [session] = await hub.db.selectFrom('sessions').select('token_hash').execute()
    const stored = session?.token_hash ?? Buffer.alloc(0)
    expect(stored).toHaveLength(32)
    for (const token of [stored.toString('base64url'), stored.toString('hex')]) {
      expect(await hub.whoIs(`hub=${token}`)).toBeNull()
    }
  })

  it('S5 an invitation makes one member, once, for the address it was made for', async () => {
    const owner = await hub.member('owner')
    const { token, link } = await invite(owner, 'new@desk.example')
    expect(link).toBe(`${hub.url}/inbox/join#${token}`)
    const looked: unknown = await (await hub.post('/api/join/look', { token })).json()
    expect(looked).toEqual({ ok: true, kind: 'invitation', email: 'new@desk.example', role: 'support' })
    // Two browsers at once, one of them with another address and a role.
    const wish = { email: 'owner@evil.example', role: 'owner' }
    const answers = await Promise.all([joinWith(token, wish), joinWith(token, wish), joinWith(token)])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 400, 400])
    const joined = answers.find(({ status }) => status === 200)
    const me: unknown = await joined?.json()
    expect(me).toMatchObject({ me: { email: 'new@desk.example', role: 'support', name: 'Newcomer' } })
    for (const again of [await joinWith(token), await hub.post('/api/join/look', { token })]) {
      expect(await again.json()).toEqual({ ok: false, code: 'link_used', retry: false })
    }
    const twice = await hub.post('/api/invitations', { email: 'new@desk.example', role: 'support' }, owner)
    expect(await twice.json()).toMatchObject({ code: 'email_taken' })
  })

  it('S5 an invitation that was withdrawn or has run out makes nobody', async () => {
    const owner = await hub.member('owner')
    const late = await invite(owner, 'late@desk.example')
    const past = Date.now() - 1_000
    await hub.db
      .updateTable('join_links')
      .set({ expires_at: moment(past) })
      .where('id', '=', late.id)
      .execute()
    const withdrawn = await invite(owner, 'withdrawn@desk.example')
    expect((await hub.post(`/api/invitations/${withdrawn.id}`, {}, owner, 'DELETE')).status).toBe(200)
    for (const token of [late.token, withdrawn.token, '', 'x', 'x'.repeat(200)]) {
      expect(await (await joinWith(token)).json()).toEqual({ ok: false, code: 'link_used', retry: false })
    }
    const list: unknown = await (await hub.get('/api/members', owner)).json()
    expect(list).toMatchObject({ invitations: [] })
  })

  it('S5 the invitations of a member who is removed, or may invite no more, go with them', async () => {
    const owner = await hub.member('owner')
    for (const change of [{ removed: true }, { role: 'support' }]) {
      const admin = await hub.member('admin')
      const { token } = await invite(admin, 'back-door@desk.example')
      expect((await hub.post(`/api/members/${admin.id}`, change, owner, 'PATCH')).status).toBe(200)
      expect(await (await joinWith(token)).json()).toEqual({ ok: false, code: 'link_used', retry: false })
    }
  })

  it('S5 the first owner’s link works once, and a newer one replaces it', async () => {
    const fresh = await startInstallation()
    try {
      const first = fresh.setupLink?.split('#')[1] ?? ''
      await fresh.restart()
      const second = fresh.setupLink?.split('#')[1] ?? ''
      const owner = { name: 'First', email: 'first@desk.example', password: 'a long enough one' }
      expect((await fresh.post('/api/join', { token: first, ...owner })).status).toBe(400)
      expect(
        (await fresh.post('/api/join', { token: second, name: 'No address', password: owner.password })).status,
      ).toBe(400)
      const answers = await Promise.all(
        [1, 2].map((n) => fresh.post('/api/join', { token: second, ...owner, email: `${n}@desk.example` })),
      )
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 400])
      await fresh.restart()
      expect(fresh.setupLink).toBeNull()
    } finally {
      await fresh.close()
    }
  })

  it('S6 a wrong password and an unknown address are answered alike, and both become slow', async () => {
    const member = await hub.member('support', 'Guessed', { mayType: true })
    const wrong = { ok: false, code: 'wrong_password', retry: false }
    for (const email of [member.email, 'nobody@desk.example']) {
      const answers = await Promise.all(Array.from({ length: 12 }, (_, n) => signIn(email, `guess ${n}`)))
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
        ...Array<number>(10).fill(401),
        429,
        429,
      ])
      for (const answer of answers) {
        expect(answer.headers.get('set-cookie')).toBeNull()
        expect(await answer.json()).toEqual(
          answer.status === 401 ? wrong : { ok: false, code: 'too_fast', retry: true },
        )
      }
    }
    // Not even the right one, for a while.
    expect((await signIn(member.email, password)).status).toBe(429)
    expect((await signIn('nobody@desk.example', password)).status).toBe(429)
    expect(await turnedAway(hub.agentSocket(''))).toBe('signed_out')
  }, 120_000)

  it('S6 guessing from one place becomes slow too, whatever is guessed at', async () => {
    // Guessing at links and at passwords is one and the same.
    const guesses = Array.from({ length: 55 }, (_, n) => hub.post('/api/join/look', { token: `guess ${n}` }))
    const statuses = (await Promise.all(guesses)).map(({ status }) => status)
    expect(statuses).toContain(429)
    expect((await signIn('anybody@desk.example', 'guess')).status).toBe(429)
    expect((await joinWith('guess')).status).toBe(429)
  })
})
