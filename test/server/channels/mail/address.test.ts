import { expect, it } from 'vitest'
import { addressParts, mailAddress } from '../../../../server/channels/mail/address.ts'
import { safeName } from '../../../../server/channels/mail/safe-name.ts'

it.each([
  ['ada@customer.example', 'ada@customer.example'],
  [' Ada.Muster+Shop@Customer.Example ', 'ada.muster+shop@customer.example'],
  ["o'neill_#1@sub.customer.example", "o'neill_#1@sub.customer.example"],
  ['jörg@customer.example', null],
  ['info@müller.example', 'info@xn--mller-kva.example'],
])('takes %s for %s', (written, address) => {
  expect(mailAddress(written)).toBe(address)
})

/** Addresses by which readers have been led to another recipient, or commands and headers smuggled in. */
const trickAddresses = [
  '',
  '@',
  'ada',
  'ada@',
  '@customer.example',
  'ada@localhost',
  'ada@127.0.0.1',
  'ada@[127.0.0.1]',
  'ada@customer..example',
  'ada@-customer.example',
  'ada@customer.example.',
  '.ada@customer.example',
  'ada.@customer.example',
  'a..da@customer.example',
  'ada@customer.example\r\nRCPT TO:<eve@evil.example>',
  'ada@customer.example\nBcc: eve@evil.example',
  'ada\r@customer.example',
  'ada@customer.example\0',
  '"ada@evil.example"@customer.example',
  '"ada eve@evil.example x"@customer.example',
  'ada@customer.example, eve@evil.example',
  'ada@customer.example;eve@evil.example',
  'ada@customer.example eve@evil.example',
  'Ada <ada@customer.example>',
  '<ada@customer.example>',
  'ada(comment)@customer.example',
  'ada@customer.example(comment)',
  '@evil.example:ada@customer.example',
  'ada%evil.example@customer.example@x',
  'ada@evil.example@customer.example',
  'ada@cust omer.example',
  'ada@customer.exam\u200bple',
  'ada@customer。example\r\n.evil.example',
  'ada@%65vil.example',
  'ada@xn--.example/..',
  '=?utf-8?q?ada=40evil.example?=@customer.example\u0000',
  `${'a'.repeat(65)}@customer.example`,
  `ada@${'a'.repeat(64)}.example`,
  `ada@${'a.'.repeat(130)}example`,
  'a@'.repeat(100_000),
]

it.each(trickAddresses.map((address) => [address.slice(0, 60), address]))(
  'S15 takes %j for no address',
  (_, address) => {
    expect(mailAddress(address)).toBeNull()
  },
)

it('takes an address apart', () => {
  expect(addressParts('support+a+b@desk.example')).toEqual({
    mailbox: 'support@desk.example',
    tag: 'a+b',
    host: 'desk.example',
  })
  expect(addressParts('support@desk.example')).toMatchObject({ mailbox: 'support@desk.example', tag: null })
})

it.each([
  ['invoice.pdf', 'invoice.pdf'],
  ['Rechnung März.pdf', 'Rechnung März.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\x\\a.doc', 'a.doc'],
  ['\u200b.htaccess', 'htaccess'],
  ['a\0b\r\nc.txt', 'abc.txt'],
  ['photo\u202egnp.exe', 'photognp.exe'],
  ['x.php...  ', 'x.php'],
  ['NUL.txt', '_NUL.txt'],
  ['a<b>"c|d?.png', 'a_b__c_d_.png'],
  ['..', 'attachment.png'],
  [null, 'attachment.png'],
  [`${'a'.repeat(300)}.jpeg`, `${'a'.repeat(115)}.jpeg`],
])('S16 makes of the name %j %j', (written, name) => {
  expect(safeName(written, 'image/png')).toBe(name)
})
