import { describe, expect, it } from 'vitest'
import type { RemoteChannel } from '../../../server/protocol/channel.ts'
import { secretNames } from '../../../server/protocol/channel-secrets.ts'
import { recommendedAutoresponder } from '../../../server/protocol/channel-settings.ts'
import type { Settings } from '../../../server/protocol/settings.ts'
import { channelNeeds, channelProblems } from '../../../server/tickets/channel-problems.ts'
import { firstSettings } from '../../../server/desk/current-settings.ts'

const first = firstSettings('Tidewick', 'Europe/Berlin', [])
const sms = (...numbers: string[]): Settings => ({
  ...first,
  sms: { ...first.sms, numbers: numbers.map((number) => ({ number, name: '' })) },
})
const mail = (...mailboxes: [address: string, forwardsTo: string][]): Settings => ({
  ...first,
  email: { ...first.email, mailboxes: mailboxes.map(([address, forwardsTo]) => ({ address, forwardsTo })) },
})
const automatic = (text: string): Settings => ({
  ...first,
  sms: { ...first.sms, autoresponder: { audience: 'everybody', text } },
})

describe('what keeps channel settings from being saved', () => {
  it.each<[string, Settings, { path: string; code: string }[]]>([
    ['nothing at first', first, []],
    ['R-3 a sender made of letters', sms('Tidewick'), [{ path: 'sms.numbers.0.number', code: 'branded_sender' }]],
    ['R-3 no number at all', sms('+49'), [{ path: 'sms.numbers.0.number', code: 'bad_number' }]],
    ['an empty number', sms(' '), [{ path: 'sms.numbers.0.number', code: 'missing' }]],
    [
      'a number written twice in two ways',
      sms('+49 30 23125010', '+493023125011', '+49 (30) 231250-10'),
      [{ path: 'sms.numbers.2.number', code: 'repeated' }],
    ],
    ['two mailboxes', mail(['help@a.example', 'in@d.example'], ['vip@a.example', 'vip@d.example']), []],
    [
      'a mailbox written twice',
      mail(['help@a.example', 'in@d.example'], ['Help@A.example', 'in2@d.example']),
      [{ path: 'email.mailboxes.1.address', code: 'repeated' }],
    ],
    ['D-11c a mailbox whose mail comes here straight', mail(['help@a.example', 'help@a.example']), []],
    [
      'two mailboxes that forward to one another',
      mail(['help@a.example', 'vip@a.example'], ['vip@a.example', 'in@d.example']),
      [{ path: 'email.mailboxes.1.address', code: 'repeated' }],
    ],
    [
      'numbers, accounts and pages without their ids, or twice',
      {
        ...first,
        whatsapp: {
          ...first.whatsapp,
          numbers: ['1', '1', ''].map((phoneNumberId) => ({ phoneNumberId, number: '', name: '' })),
        },
        instagram: { ...first.instagram, accounts: [{ accountId: '', pageId: '', name: '' }] },
        messenger: { ...first.messenger, pages: ['8', '8'].map((pageId) => ({ pageId, name: '' })) },
      },
      [
        { path: 'whatsapp.numbers.1.phoneNumberId', code: 'repeated' },
        { path: 'whatsapp.numbers.2.phoneNumberId', code: 'missing' },
        { path: 'instagram.accounts.0.accountId', code: 'missing' },
        { path: 'messenger.pages.1.pageId', code: 'repeated' },
      ],
    ],
    [
      'M-2 a variable nobody can fill',
      automatic('{{organisation}}: hello'),
      [{ path: 'sms.autoresponder', code: 'unknown_variable' }],
    ],
    ['M-2 the two there are', automatic('{{organization}} {{email}}'), []],
  ])('%s', (_name, settings, problems) => {
    expect(channelProblems(settings)).toEqual(problems)
  })
})

describe('what a channel lacks', () => {
  const lacking = (settings: Settings, having: Parameters<typeof channelNeeds>[1]) => (channel: RemoteChannel) =>
    channelNeeds(settings, having).flatMap((need) => (need.channel === channel ? need.what : []))

  it('D-11a is everything at first', () => {
    const found = lacking(first, { secrets: [], relay: false })
    expect(found('email')).toEqual(['mailbox', 'relay'])
    expect(found('sms')).toEqual(['account_sid', 'auth_token', 'number'])
    expect(found('whatsapp')).toEqual(['number', 'access_token', 'app_secret', 'verify_token'])
    expect(found('instagram')).toEqual(['account', 'access_token', 'app_secret', 'verify_token'])
    expect(found('messenger')).toEqual(['page', 'access_token', 'app_secret', 'verify_token'])
  })

  it('D-11a is nothing once all is there', () => {
    const whole: Settings = {
      ...mail(['help@a.example', 'in@d.example']),
      sms: { ...first.sms, accountSid: 'AC1', numbers: [{ number: '+493023125010', name: '' }] },
      whatsapp: { ...first.whatsapp, numbers: [{ phoneNumberId: '1', number: '', name: '' }] },
      instagram: { ...first.instagram, accounts: [{ accountId: '2', pageId: '3', name: '' }] },
      messenger: { ...first.messenger, pages: [{ pageId: '3', name: '' }] },
    }
    expect(channelNeeds(whole, { secrets: secretNames, relay: true })).toEqual([])
  })

  it('D-11a names an Instagram account without its page, which answers would leave from', () => {
    const accounts = [{ accountId: '2', pageId: '', name: '' }]
    const found = lacking(
      { ...first, instagram: { ...first.instagram, accounts } },
      { secrets: secretNames, relay: true },
    )
    expect(found('instagram')).toEqual(['linked_page'])
  })

  it('M-2 an address for help, where the text names one', () => {
    const named = { ...first, sms: { ...first.sms, autoresponder: recommendedAutoresponder } }
    const having = { secrets: secretNames, relay: true }
    expect(lacking(named, having)('sms')).toContain('help_address')
    const helped = { ...named, email: { ...named.email, helpAddress: 'help@a.example' } }
    expect(lacking(helped, having)('sms')).not.toContain('help_address')
  })
})
