import { beforeEach, describe, expect, it, vi } from 'vitest'
import { misfitOf } from '../../../widget/hub/later/send-files.ts'
import { button, field, find, openReady, page, press, shows, text, type, useFreshPage } from './open-hub.ts'
import { eventually } from '../../eventually.ts'

// This page draws nothing and watches nothing.
beforeEach(() => {
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe() {}
      disconnect() {}
    },
  )
})
useFreshPage()

const file = (name: string, kind: string, size = 3) => new File([new Uint8Array(size)], name, { type: kind })
const vase = new File([Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)], 'vase.png', {
  type: 'image/png',
})

function pick(...files: File[]) {
  const input = find<HTMLInputElement>('[type=file]')
  if (!input) throw new Error('nothing to pick with')
  Object.defineProperty(input, 'files', { value: files, configurable: true })
  input.dispatchEvent(new Event('change', { bubbles: true }))
}

const chips = () => [...page.shadow.querySelectorAll('.picked li bdi')].map((one) => one.textContent)
const out = () => Object.entries(localStorage).filter(([key]) => key.includes(':out:'))

describe('files for an agent', () => {
  it.each([
    ['a program', [file('tool.exe', 'application/x-msdownload')], 'file_not_possible'],
    ['a drawing that may run scripts', [file('a.svg', 'image/svg+xml')], 'file_not_possible'],
    ['an empty one', [file('a.png', 'image/png', 0)], 'file_not_possible'],
    ['one of more than 10 MB', [file('a.png', 'image/png', 10_000_001)], 'file_too_large'],
    ['more than 20 MB together', Array<File>(3).fill(file('a.mp4', 'video/mp4', 9_000_000)), 'file_too_large'],
    ['more than five', Array<File>(6).fill(vase), 'too_many_files'],
  ])('W-13b %s cannot be sent', (_what, files, code) => {
    expect(misfitOf(files)?.refused).toBe(code)
    expect(misfitOf([vase, file('bill.pdf', 'application/pdf'), file('a.docx', docx)])).toBeNull()
  })

  it('W-13b are shown before they go, with a sentence about what cannot; nothing typed or picked is lost', async () => {
    await openReady()
    type('Look at these')
    pick(vase, file('tool.exe', 'application/x-msdownload'))
    await shows('tool.exe cannot be sent')
    press('Enter')
    await eventually(() => expect(chips()).toEqual(['vase.png', 'tool.exe']))
    expect(field()?.value).toBe('Look at these')
    expect(out()).toEqual([])
    button('Remove tool.exe')?.click()
    await eventually(() => expect(chips()).toEqual(['vase.png']))
    expect(text()).not.toContain('cannot be sent')
    press('Enter')
    // No desk takes it here: it waits under its words, and is kept.
    await shows('vase.png')
    await eventually(() => expect(out()).toHaveLength(1))
    expect(out()[0]?.[1]).toContain('"name":"vase.png"')
    await eventually(() => expect(chips()).toEqual([]))
    expect(field()?.value).toBe('')
  })

  it('W-13b can be pasted and dropped', async () => {
    await openReady()
    const give = (name: string, key: string) => {
      const event = new Event(name, { bubbles: true, cancelable: true })
      Object.defineProperty(event, key, { value: { files: [vase] } })
      field()?.dispatchEvent(event)
      return event.defaultPrevented
    }
    expect([give('paste', 'clipboardData'), give('drop', 'dataTransfer')]).toEqual([true, true])
    await eventually(() => expect(chips()).toEqual(['vase.png', 'vase.png']))
  })

  it('R-8a an agent’s stand in the thread by name, and can be opened once the desk has said where', async () => {
    await openReady()
    const id = '00000000-0000-4000-8000-00000000000f'
    const told = { id, name: 'bill.pdf', type: 'application/pdf', kind: 'file', state: 'here', size: 2_000 } as const
    page.desk.keepsFile(id, 'files/x/y/z')
    page.desk.write({ text: '', files: [{ ...told, why: null }] })
    await shows('bill.pdf')
    await eventually(() => expect(find<HTMLAnchorElement>('a.file')?.href).toBe(`${page.desk.url}/files/x/y/z`))
    expect(find('a.file')?.getAttribute('aria-label')).toBe('Open bill.pdf')
    expect(text()).toContain('2 kB')
    expect(page.shadow.querySelectorAll('.bubble:empty')).toHaveLength(0)
  })
})

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

describe('sound', () => {
  it('W-13 is off until it is switched on in the menu, and stays as it was chosen', async () => {
    await openReady()
    const item = () => find('[role=menuitemcheckbox]')
    button('Chat menu')?.click()
    await eventually(() => expect(item()?.getAttribute('aria-checked')).toBe('false'))
    item()?.click()
    await eventually(() => expect(item()?.getAttribute('aria-checked')).toBe('true'))
    page.hub?.end()
    await openReady()
    button('Chat menu')?.click()
    await eventually(() => expect(item()?.getAttribute('aria-checked')).toBe('true'))
  })
})
