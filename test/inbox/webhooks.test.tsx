import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact'
import { afterEach, describe, expect, it } from 'vitest'
import type { Api, ApiRefused } from '../../server/inbox/api.ts'
import { WebhooksBlock } from '../../server/inbox/settings/webhooks/webhooks-block.tsx'
import { channelNames } from '../../server/protocol/channel.ts'
import { mostWebhooks } from '../../server/protocol/hook-events.ts'
import type { HookDelivery, Webhook } from '../../server/protocol/webhooks.ts'
import { eventually } from '../eventually.ts'
import { fakePage, noon } from './page.tsx'
import { id } from './rows.ts'

afterEach(cleanup)

const hook = (n: number, is: Partial<Webhook> = {}): Webhook => ({
  id: id(n),
  url: `https://shop.example/${n}`,
  events: ['message.received'],
  channels: [...channelNames],
  withText: false,
  off: null,
  failingSince: null,
  ...is,
})
const refused = (code: ApiRefused['code']): ApiRefused => ({ ok: false, code, retry: false })
const good = <T extends object>(answer: T) => Promise.resolve({ ok: true as const, ...answer })

/** The block over a desk that holds these, and does what a test says. */
async function block(hooks: Webhook[], api: Partial<Api> = {}) {
  const { Around, page } = fakePage(
    '/inbox/settings/notifications',
    {},
    {
      webhooks: () => good({ webhooks: hooks }),
      ...api,
    },
  )
  render(
    <Around>
      <WebhooksBlock />
    </Around>,
  )
  await screen.findByText(hooks.length === 0 ? 'None yet.' : 'shop.example/1')
  return page
}

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

describe('a webhook', () => {
  it('D-9 says what it is told, that nothing arrives, and why it is off', async () => {
    await block([
      hook(1, { events: ['ticket.opened', 'ticket.closed'], channels: ['sms', 'email'], withText: true }),
      hook(2, { failingSince: noon - 3_600_000 }),
      hook(3, { off: 'failing' }),
      hook(4, { off: 'gone' }),
      hook(5, { off: 'by_hand' }),
    ])
    const said = screen.getAllByRole('listitem').map((one) => one.textContent ?? '')
    expect(said[0]).toContain('A new ticket, A ticket is closed · SMS, Email · With the text')
    expect(said[1]).toContain('Nothing has reached this address since 11:00')
    expect(said[2]).toContain('for three days nothing reached this address')
    expect(said[3]).toContain('gone (410)')
    expect(said[4]).toContain('Switched off. It is told nothing.')
    const on = screen.getAllByRole('switch').map((one) => one.matches(':checked'))
    expect(on).toEqual([true, true, false, false, false])
  })

  it('D-9 is added only with an address and something to tell; what the desk refuses stays to be mended', async () => {
    const asked: unknown[] = []
    const answers = [Promise.resolve(refused('bad_address')), good({ id: id(9), secret: 'whsec_shown_once' })]
    await block([], {
      addWebhook: (one) => {
        asked.push(one)
        return answers[asked.length - 1] ?? Promise.resolve(refused('internal'))
      },
    })
    press('Add a webhook')
    const dialog = within(await screen.findByRole('dialog'))
    const field = dialog.getByLabelText('Address')
    const save = () => fireEvent.click(dialog.getByRole('button', { name: 'Save' }))
    fireEvent.input(field, { target: { value: 'shop.example' } })
    save()
    await dialog.findByText(/^Enter an https address/)
    fireEvent.input(field, { target: { value: ' https://10.0.0.1/hooks ' } })
    fireEvent.click(dialog.getByLabelText('A customer has written'))
    save()
    await dialog.findByText('Tick what it is to be told.')
    expect(asked).toEqual([])
    fireEvent.click(dialog.getByLabelText('A ticket is closed'))
    save()
    await eventually(() => expect(field.getAttribute('aria-invalid')).toBe('true'))
    expect(Reflect.get(field, 'value')).toBe('https://10.0.0.1/hooks')
    fireEvent.input(field, { target: { value: 'https://shop.example/hooks' } })
    save()
    expect(await screen.findByDisplayValue('whsec_shown_once')).toBeTruthy()
    expect(asked.at(-1)).toEqual({
      url: 'https://shop.example/hooks',
      events: ['ticket.closed'],
      channels: [...channelNames],
      withText: false,
    })
    fireEvent.click(await screen.findByRole('button', { name: 'Done' }))
    await eventually(() => expect(screen.queryByDisplayValue('whsec_shown_once')).toBeNull())
  })

  it('D-9 tells what a test heard, in words', async () => {
    const heard = [
      { status: 204, trouble: null, tookMs: 12 },
      { status: 500, trouble: null, tookMs: 40 },
      { status: null, trouble: 'too_slow' as const, tookMs: 10_000 },
    ]
    await block([hook(1)], { testWebhook: () => good(heard.shift() ?? { status: null, trouble: null, tookMs: 0 }) })
    for (const words of ['Arrived: 204 in 12 ms', 'Answered 500 in 40 ms', 'No answer within 10 seconds.']) {
      press('Send a test')
      expect(await screen.findByText(words)).toBeTruthy()
    }
  })

  it('D-9 shows its last deliveries with what became of each', async () => {
    const delivery = (n: number, is: Partial<HookDelivery>): HookDelivery => ({
      id: id(700 + n),
      event: 'ticket.closed',
      number: 4000 + n,
      at: noon,
      state: 'sent',
      attempts: 1,
      tried: noon,
      next: null,
      status: 200,
      trouble: null,
      tookMs: 5,
      ...is,
    })
    const nothing = { status: null, tookMs: null }
    const deliveries = [
      delivery(1, { state: 'queued', attempts: 0, tried: null, ...nothing }),
      delivery(2, { state: 'queued', attempts: 2, next: noon + 60_000, status: 503 }),
      delivery(3, { state: 'failed', status: null, trouble: 'unreachable' }),
      delivery(4, {}),
    ]
    await block([hook(1)], { webhookDeliveries: () => good({ deliveries }) })
    press('Last deliveries')
    const list = await screen.findByRole('list', { name: 'Last deliveries to shop.example/1' })
    const lines = within(list)
      .getAllByRole('listitem')
      .map((one) => one.textContent ?? '')
    expect(lines[0]).toContain('Waits to be sent.')
    expect(lines[1]).toMatch(/Answered 503 in 5 ms.*Tried 2 times, again/)
    expect(lines[2]).toMatch(/Nobody answers at this address\..*Not tried again\./)
    expect(lines[3]).toMatch(/Ticket 4004.*Arrived: 200 in 5 ms/)
  })

  it('D-9 gets a new secret only after a question, and none is added to as many as there may be', async () => {
    let renewed = 0
    await block(
      Array.from({ length: mostWebhooks }, (_, n) => hook(n + 1)),
      {
        renewWebhookSecret: (of) => {
          renewed++
          return good({ id: of, secret: 'whsec_new' })
        },
      },
    )
    expect(screen.getByText('There are 10, as many as there may be.')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Add a webhook' })).toBeNull()
    fireEvent.click(screen.getAllByRole('button', { name: 'New secret' })[0] ?? document.body)
    await screen.findByText(/^The one before holds no more/)
    expect(renewed).toBe(0)
    press('Make a new secret')
    expect(await screen.findByDisplayValue('whsec_new')).toBeTruthy()
  })
})
