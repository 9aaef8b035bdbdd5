import { expect, it } from 'vitest'
import { channels } from '../../../demo-store/sandbox/brand.ts'
import { people, personOf } from '../../../demo-store/sandbox/people.ts'
import { mailTo, openBoth } from './desk.ts'

const hostile = `"><script>alert('x')</script>&amp;`
const escaped = '&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;amp;'

/** Somebody at the page: reads it, and sends its forms from it. */
const visitor = (url: string) => ({
  open: (path: string) => fetch(url + path),
  read: async (path: string) => (await fetch(url + path)).text(),
  post: (path: string, form: Record<string, string> = {}, headers: Record<string, string> = {}) =>
    fetch(url + path, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: { origin: url, referer: `${url}/people/tw-1001/sms`, ...headers },
      redirect: 'manual',
    }),
})

it('shows every person on every channel, under a policy without inline anything', async () => {
  const { sandbox } = await openBoth()
  const { open } = visitor(sandbox.url)
  for (const { id, name } of people) {
    for (const channel of channels) {
      const response = await open(`/people/${id}/${channel}`)
      const page = await response.text()
      expect(response.status).toBe(200)
      expect(page).toContain(name)
      expect(page).not.toMatch(/ style=| on\w+=|<style|<script>/)
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none';script-src 'self';")
      expect(response.headers.get('content-security-policy')).not.toContain('unsafe')
    }
  }
  expect((await open('/people/nobody/sms')).status).toBe(404)
  expect((await open('/people/tw-1001/fax')).status).toBe(404)
  expect((await open('/people/tw-1001/sms/new')).status).toBe(404)
})

it('serves every file that its pages name', async () => {
  const { sandbox } = await openBoth()
  const { open, read } = visitor(sandbox.url)
  await sandbox.picture('tw-1001', 'instagram', { sample: 'bowl' })
  await sandbox.storyReply('tw-1001', 'Nice')
  const page = await read('/people/tw-1001/instagram')
  const files = [...page.matchAll(/(?:src|href)="(\/(?:cdn|pictures|sandbox)[^"]+)"/g)].map(([, file]) => file ?? '')
  expect(new Set(files).size).toBeGreaterThan(7)
  for (const file of new Set(files)) expect((await open(file)).status).toBe(200)
})

it('shows a picture as one, and any other file by its name', async () => {
  const { sandbox } = await openBoth()
  const { read } = visitor(sandbox.url)
  const file = { name: 'care & cleaning.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.7') }
  const { files } = await sandbox.picture('tw-1001', 'whatsapp', { file })
  await sandbox.picture('tw-1001', 'whatsapp')
  const page = await read('/people/tw-1001/whatsapp')
  expect(page).toContain(`href="/cdn/${files[0]}" dir="auto">care &amp; cleaning.pdf</a>`)
  expect(page).not.toContain(`src="/cdn/${files[0]}"`)
  expect(page.match(/<img src="\/cdn\//g)).toHaveLength(1)
})

it('shows what anybody wrote as text', async () => {
  const { sandbox, desk } = await openBoth()
  const { read } = visitor(sandbox.url)
  await sandbox.text('tw-1001', 'sms', hostile)
  await sandbox.mail('tw-1001', { subject: hostile, text: hostile })
  await desk.send(mailTo(personOf('tw-1001').email, { subject: hostile }))
  const [own, theirs] = sandbox.letters('tw-1001').map(({ id }) => `/people/tw-1001/email/${encodeURIComponent(id)}`)
  for (const path of ['/people/tw-1001/sms', own ?? '', theirs ?? '']) {
    const page = await read(path)
    expect(page).toContain(escaped)
    expect(page).not.toContain("<script>alert('x')")
  }
})

it('shows a mail’s markup only in a frame that can do nothing and load nothing', async () => {
  const { sandbox } = await openBoth()
  const { open, read } = visitor(sandbox.url)
  const { id } = await sandbox.mail('tw-1001', { subject: 'x', text: 'x', html: '<script>parent.x = 1</script>' })
  const path = `/people/tw-1001/email/${encodeURIComponent(id)}`
  expect(await read(path)).toContain(`<iframe class="letter-frame" sandbox src="${path}/html"`)
  const frame = await open(`${path}/html`)
  const policy = frame.headers.get('content-security-policy') ?? ''
  expect(policy).toMatch(/default-src 'none'.*; sandbox$/)
  expect(policy).not.toMatch(/allow-|script-src/)
  expect(await (await open(`${path}/source`)).text()).toContain('Subject: x')
})

it('does what its forms say, and leads back', async () => {
  const { sandbox, desk } = await openBoth()
  const { post } = visitor(sandbox.url)
  const answer = await post('/people/tw-1001/sms/say', { text: 'Bonjour' })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/people/tw-1001/sms'])
  await post('/people/tw-1001/whatsapp/say', { text: 'Regardez', picture: 'parcel' })
  await post('/people/tw-1001/instagram/story', { text: 'Joli' })
  await post('/people/tw-1001/email/send', { to: 'support@demo.example', subject: 'Colis', text: 'Où ?', html: 'yes' })
  await post('/again', { id: sandbox.thread('tw-1001', 'sms')[0]?.id ?? '' })
  expect(desk.messages().map(({ channel, text }) => [channel, text.trim()])).toEqual([
    ['sms', 'Bonjour'],
    ['whatsapp', 'Regardez'],
    ['instagram', 'Joli'],
    ['email', 'Où ?'],
    ['sms', 'Bonjour'],
  ])
  await post('/people/tw-1001/power', { power: 'off' })
  await post('/next', { channel: 'email', code: '550' })
  await post('/switches', { ...sandbox.switches(), reports: 'held', copies: 'twice' })
  const page = await visitor(sandbox.url).read('/people/tw-1001/email')
  expect(page).toMatch(/<bdi>Mireille Fontaine<\/bdi> is off/)
  expect(page).toContain('<option value="550" selected>')
  expect(page).toContain('<option value="held" selected>')
  await post('/reset')
  expect(sandbox.switches()).toMatchObject({ reports: 'at once', copies: 'once' })
})

it('writes nothing for an empty field', async () => {
  const { sandbox, desk } = await openBoth()
  const { post } = visitor(sandbox.url)
  await post('/people/tw-1001/sms/say', { text: '  \n' })
  await post('/people/tw-1001/instagram/story', { text: '' })
  expect(desk.posts).toEqual([])
})

it('refuses forms from elsewhere, and forms that do not fit', async () => {
  const { sandbox, desk } = await openBoth()
  const { post } = visitor(sandbox.url)
  const form = { text: 'x' }
  for (const origin of ['http://evil.example', 'null', `${sandbox.url}.evil.example`]) {
    expect((await post('/people/tw-1001/sms/say', form, { origin })).status).toBe(403)
  }
  expect((await post('/people/nobody/sms/say', form)).status).toBe(400)
  expect((await post('/switches', { answers: 'sometimes' })).status).toBe(400)
  expect((await post('/next', { channel: 'fax', code: '' })).status).toBe(400)
  expect(desk.posts).toEqual([])
  expect(
    (await post('/people/tw-1001/sms/say', form, { referer: 'http://evil.example//x' })).headers.get('location'),
  ).toBe('/')
})

it('tells an open page that something has changed', async () => {
  const { sandbox } = await openBoth()
  const stream = await fetch(`${sandbox.url}/events`)
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
  expect((await reader?.read())?.value).toContain('retry')
  await sandbox.text('tw-1001', 'sms', 'Bonjour')
  expect((await reader?.read())?.value).toContain('data: changed')
  await reader?.cancel()
})
