import { beforeEach, describe, expect, it, vi } from 'vitest'
import { button, field, find, open, openReady, page, press, shows, text, type, useFreshPage } from './open-hub.ts'
import { eventually } from '../../eventually.ts'

/** What a try met on its way: a status and what was said, or a line that was cut (0). */
type Met = { status: number; said: string }
const tries: FormData[] = []
let met: (n: number) => Met | 'never'

beforeEach(() => {
  tries.length = 0
  met = () => 'never'
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe() {}
      disconnect() {}
    },
  )
  vi.stubGlobal(
    'XMLHttpRequest',
    class {
      upload = {}
      status = 0
      responseText = ''
      onloadend = () => {}
      open() {}
      setRequestHeader() {}
      send(form: FormData) {
        const answer = met(tries.push(form))
        if (answer === 'never') return
        this.status = answer.status
        this.responseText = answer.said
        queueMicrotask(() => this.onloadend())
      }
    },
  )
})
useFreshPage()

const pngStart = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const png = (name: string) => new File([Uint8Array.from(pngStart)], name, { type: 'image/png' })
const taken = { status: 200, said: '{"ok":true,"ticket":"t","hold":"h","n":1,"at":1}' }
const refused = (code: string, retry = false) => ({ status: 400, said: JSON.stringify({ ok: false, code, retry }) })

function pick(...files: File[]) {
  const input = find<HTMLInputElement>('[type=file]')
  if (!input) throw new Error('nothing to pick with')
  Object.defineProperty(input, 'files', { value: files, configurable: true })
  input.dispatchEvent(new Event('change', { bubbles: true }))
}
const chips = () => [...page.shadow.querySelectorAll('.picked li bdi')].map((one) => one.textContent)
const waiting = () => Object.keys(localStorage).filter((key) => key.includes(':out:'))

async function sendOne(words = 'Look', ...files: File[]) {
  await openReady()
  type(words)
  pick(...(files.length ? files : [png('vase.png')]))
  await eventually(() => expect(chips()).not.toEqual([]))
  press('Enter')
}

describe('what cannot be sent', () => {
  it.each([
    ['a program that is called a picture', new File(['MZ\0\0'], 'vase.png', { type: 'image/png' }), 'cannot be sent'],
    ['a drawing that may run scripts', new File(['<svg/>'], 'a.svg', { type: 'image/svg+xml' }), 'cannot be sent'],
    ['one that is called a picture', new File(['<svg/>'], 'vase.png', { type: 'image/png' }), 'cannot be sent'],
    ['a page', new File(['<script>'], 'a.html', { type: 'text/html' }), 'cannot be sent'],
    ['a program that is called a paper', new File(['MZ\0\0'], 'a.txt', { type: 'text/plain' }), 'cannot be sent'],
    ['an empty one', new File([], 'vase.png', { type: 'image/png' }), 'vase.png is empty.'],
    ['eleven at once', Array.from({ length: 11 }, (_, n) => png(`${n}.png`)), 'At most 5 files at a time.'],
  ])('W-13b %s is told before it is sent, and the words stay', async (_what, files, sentence) => {
    await openReady()
    type('Look at this')
    pick(...[files].flat())
    await shows(sentence)
    press('Enter')
    await eventually(() => expect(chips()).toHaveLength([files].flat().length))
    expect(field()?.value).toBe('Look at this')
    expect([waiting(), tries]).toEqual([[], []])
  })

  it('W-13b a name is one line of ordinary signs, short in sentences, and kept apart from what surrounds it', async () => {
    await openReady()
    const long = `${'long '.repeat(60)}tool.exe`
    const program = { type: 'application/x-msdownload' }
    pick(new File(['MZ\0'], 'evil\u202egnp.exe', program), png('two\nlines\r.png'), new File(['MZ\0'], long, program))
    await eventually(() => expect(chips()).toEqual(['evilgnp.exe', 'twolines.png', long]))
    await shows('evilgnp.exe cannot be sent')
    button('Remove evilgnp.exe')?.click()
    await shows('…')
    const sentence = find('.picked [role=alert]')?.textContent ?? ''
    expect(sentence).toContain('tool.exe cannot be sent')
    expect(sentence.length).toBeLessThan(160)
  })
})

describe('an upload that breaks', () => {
  it.each([
    ['the line is cut', { status: 0, said: '' }],
    ['a proxy finds no desk', { status: 502, said: '<html>Bad Gateway' }],
    ['a proxy says 500', { status: 500, said: 'Internal Server Error' }],
    ['the desk has trouble', { status: 500, said: '{"ok":false,"code":"internal","retry":true}' }],
  ])('W-13b is tried again by itself, under the same id, where %s', async (_what, first) => {
    met = (n) => (n === 1 ? first : taken)
    await sendOne()
    await eventually(() => expect(tries).toHaveLength(2))
    expect(tries[1]?.get('id')).toBe(tries[0]?.get('id'))
    expect(tries[1]?.get('text')).toBe('Look')
    await eventually(() => expect(text()).not.toContain('Sending'))
    expect(text()).not.toContain('Not sent')
  })

  it('W-13b goes back to where it was written where a proxy takes nothing so large (413), and can be sent otherwise', async () => {
    met = () => ({ status: 413, said: '<html>413 Request Entity Too Large' })
    await sendOne('Look', png('vase.png'), png('crack.png'))
    await shows('Please try a smaller file or another one.')
    expect(tries).toHaveLength(1)
    button('Change')?.click()
    await eventually(() => expect(chips()).toEqual(['vase.png', 'crack.png']))
    expect(field()?.value).toBe('Look')
    expect(text()).not.toContain('Not sent')
    expect(waiting()).toEqual([])
    button('Remove crack.png')?.click()
    await eventually(() => expect(chips()).toEqual(['vase.png']))
    met = () => taken
    press('Enter')
    await eventually(() => expect(tries).toHaveLength(2))
    expect(tries[1]?.getAll('file')).toHaveLength(1)
    expect(tries[1]?.get('id')).not.toBe(tries[0]?.get('id'))
  })

  it('W-13b the desk’s refusal stands under the message, which can be tried again as it is', async () => {
    met = (n) => (n === 1 ? refused('file_not_possible') : taken)
    await sendOne('Look', png('vase.png'), png('crack.png'))
    await shows('One of these files cannot be sent.')
    await shows('Not sent')
    button('Try again')?.click()
    await eventually(() => expect(tries).toHaveLength(2))
    expect(tries[1]?.getAll('file')).toHaveLength(2)
    await eventually(() => expect(text()).not.toContain('Not sent'))
  })

  it('W-13b goes on where the page was torn down while it was sent, as the same message', async () => {
    await sendOne()
    await eventually(() => expect(tries).toHaveLength(1))
    page.hub?.end()
    expect(waiting()).toHaveLength(1)
    met = () => taken
    await open()
    await eventually(() => expect(tries).toHaveLength(2))
    expect(tries[1]?.get('id')).toBe(tries[0]?.get('id'))
    expect(tries[1]?.getAll('file')).toHaveLength(1)
  })
})
