import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, it } from 'vitest'
import { createAttached, misfitOf } from '../../server/inbox/conversation/attached.ts'
import type { ErrorCode } from '../../server/protocol/errors.ts'
import { channelRules } from '../../server/tickets/channels/channel-rules.ts'
import { hello, open } from './open-ticket.tsx'

afterEach(cleanup)

const picture = (size = 4) => new File([new Uint8Array(size)], 'vase.png', { type: 'image/png' })
const page = new File(['<p>'], 'page.html', { type: 'text/html' })

/** A WhatsApp ticket, and what the desk is sent; `answers` are its answers in turn, then it takes everything. */
async function openWhatsApp(...answers: (ErrorCode | null)[]) {
  const sent: { id: unknown; text: unknown; channel: unknown; files: string[] }[] = []
  const made = await open(
    {
      channel: 'whatsapp',
      reply: { offered: [{ channel: 'whatsapp', until: null, refused: null }], chosen: 'whatsapp' },
    },
    [{ ...hello, channel: 'whatsapp' }],
    {},
    {
      replyWithFiles: (_ticket, form) => {
        const files = form.getAll('file').map((file) => (typeof file === 'string' ? '' : file.name))
        sent.push({ id: form.get('id'), text: form.get('text'), channel: form.get('channel'), files })
        const code = answers.shift() ?? null
        return Promise.resolve(code === null ? { ok: true, n: 2, at: 0 } : { ok: false, code, retry: true })
      },
    },
  )
  const input = made.container.querySelector<HTMLInputElement>('[data-attach]')
  const pick = (...files: File[]) => {
    if (!input) throw new Error('There is nothing to pick files with.')
    Object.defineProperty(input, 'files', { value: files, configurable: true })
    fireEvent.change(input)
  }
  const field = screen.getByRole('textbox', { name: made.page.words.value.composer.label })
  return { ...made, sent, pick, field, button: () => screen.getByRole('button', { name: 'Send' }) }
}

it('R-8 files go with the words, once, and the field is empty when they were taken', async () => {
  const { sent, pick, field, button } = await openWhatsApp()
  pick(picture())
  expect(screen.getByText('vase.png')).toBeTruthy()
  fireEvent.input(field, { target: { value: 'Look' } })
  fireEvent.click(button())
  await waitFor(() => expect(screen.queryByText('vase.png')).toBeNull())
  expect(sent).toMatchObject([{ text: 'Look', channel: 'whatsapp', files: ['vase.png'] }])
  expect(field).toHaveProperty('value', '')
})

it('R-8 what was not taken stays, says why, and goes again under the same id', async () => {
  const { sent, pick, button } = await openWhatsApp('unavailable')
  pick(picture())
  fireEvent.click(button())
  await waitFor(() => expect(screen.getByRole('alert').textContent).not.toBe(''))
  expect(screen.getByText('vase.png')).toBeTruthy()
  fireEvent.click(button())
  await waitFor(() => expect(screen.queryByText('vase.png')).toBeNull())
  expect(sent).toHaveLength(2)
  expect(sent[0]?.id).toBe(sent[1]?.id)
})

it('R-8 what the channel does not carry is named before it is sent, and can be taken away', async () => {
  const { sent, pick, button } = await openWhatsApp()
  pick(picture(5_000_001))
  expect(screen.getByRole('alert').textContent).toBe('vase.png: This file is too large for this channel.')
  expect(button()).toHaveProperty('disabled', true)
  fireEvent.click(screen.getByRole('button', { name: 'Remove vase.png' }))
  expect(screen.queryByText('vase.png')).toBeNull()
  expect(sent).toEqual([])
})

it('R-8 a pasted picture is attached, pasted words are words', async () => {
  const { field } = await openWhatsApp()
  fireEvent.paste(field, { clipboardData: { files: [] } })
  expect(document.querySelector('.picked')).toBeNull()
  fireEvent.paste(field, { clipboardData: { files: [picture()] } })
  expect(await screen.findByText('vase.png')).toBeTruthy()
})

it('R-8 a web chat takes files too', async () => {
  const { container } = await open()
  expect(container.querySelector('[data-attach]')).not.toBeNull()
})

it('R-8 a try that says something else is another answer', async () => {
  const ids: unknown[] = []
  let n = 0
  const attached = createAttached({
    fields: ({ channel = '' }) => ({ channel }),
    send: (form) => {
      ids.push(form.get('id'))
      return Promise.resolve({ ok: false, code: 'unavailable' })
    },
    newId: () => `id ${++n}`,
  })
  attached.add([picture()])
  await attached.send('One', { channel: 'sms' })
  await attached.send('One', { channel: 'sms' })
  await attached.send('Two', { channel: 'sms' })
  expect(ids[0]).toBe(ids[1])
  expect(ids[2]).not.toBe(ids[0])
  expect(attached.items.value).toHaveLength(1)
})

it('R-8 tells why files cannot go by a channel', () => {
  const of = (files: File[], channel: 'instagram' | 'sms') =>
    misfitOf(
      channelRules[channel].files,
      files.map(({ name, type, size }) => ({ id: name, type, size })),
    )?.refused ?? null
  expect(of([], 'sms')).toBeNull()
  expect(of([picture(), picture()], 'instagram')).toBeNull()
  expect(of([page], 'instagram')).toBe('file_not_possible')
  expect(of([picture(0)], 'sms')).toBe('file_not_possible')
  expect(of([picture(4_000_000), picture(4_000_000)], 'sms')).toBe('file_too_large')
  expect(misfitOf(null, [{ id: 'a', type: 'image/png', size: 1 }])?.refused).toBe('file_not_possible')
})
