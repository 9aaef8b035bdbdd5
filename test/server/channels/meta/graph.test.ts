import { expect, it } from 'vitest'
import { parseMeta } from '../../../../server/channels/meta/parse.ts'
import { fixture, receivedAt } from '../fixtures.ts'
import { saying } from '../saying.ts'

const heard = (name: string) =>
  parseMeta({ method: 'POST', url: '', headers: {}, body: fixture('meta', name) }, receivedAt)
const events = (name: string) => heard(name).events
const nothing = (why: string) => ({ events: [], ignored: [why] })

const at = 1_763_700_000_123
const bare = { kind: 'message', name: null, at, text: '', attachments: [], story: null, mail: null }
const messenger = {
  ...bare,
  channel: 'messenger',
  from: [{ kind: 'messenger', value: '24400000000000001' }],
  to: '100200300400500',
}
const instagram = {
  ...bare,
  channel: 'instagram',
  from: [{ kind: 'instagram', value: '900100200300400' }],
  to: '17841400000000001',
}
const cdn = 'https://scontent.xx.fbcdn.net/v/t1.15752-9/'
const story = 'https://lookaside.fbsbx.com/ig_messaging_cdn/'

it('hears words, quick replies and replies in Messenger', () => {
  const text = 'Is the red one back? 🍒'
  expect(heard('messenger-text')).toEqual({ events: [{ ...messenger, externalId: 'm_text1', text }], ignored: [] })
  expect(events('messenger-quick-reply')).toEqual([{ ...messenger, externalId: 'm_quick1', text: 'Returns' }])
  expect(events('messenger-reply')).toEqual([{ ...messenger, externalId: 'm_reply1', text: 'That one' }])
})

it('hears taps on buttons as what they say, the same one once also where it has no id', () => {
  expect(events('messenger-postback')).toEqual([{ ...messenger, externalId: 'm_post1', text: 'Get started' }])
  const externalId = `postback:100200300400500:24400000000000001:${at}`
  expect(events('messenger-postback-without-id')).toEqual([{ ...messenger, externalId, text: 'Opening hours?' }])
})

it('hears files and stickers, a sticker once although it comes twice', () => {
  const image = { name: '305412_n.jpg', type: 'image/*', url: `${cdn}305412_n.jpg?_nc_cat=1&oh=00` }
  expect(events('messenger-image')).toEqual([{ ...messenger, externalId: 'm_image1', attachments: [image] }])
  expect(events('messenger-file-and-audio')).toMatchObject([
    {
      text: 'My invoice',
      attachments: [
        { name: 'invoice.pdf', type: 'application/octet-stream' },
        { name: 'audio-2', type: 'audio/*' },
      ],
    },
  ])
  const sticker = { name: '39178562_n.png', type: 'image/*', url: `${cdn}39178562_n.png` }
  expect(events('messenger-sticker')).toMatchObject([{ attachments: [sticker] }])
  expect(events('messenger-sticker-in-transition')).toEqual([
    { ...messenger, externalId: 'm_sticker2', attachments: [sticker] },
  ])
})

it('hears what was shared as lines of text, and says where Messenger keeps it to itself', () => {
  expect(events('messenger-shared-link')).toMatchObject([{ text: 'This one?\nRed shoes\nhttps://shop.example/red' }])
  expect(events('messenger-fallback-empty')).toMatchObject([
    { text: '(Messenger does not hand on what was sent here.)', attachments: [] },
  ])
  expect(events('instagram-shared-post')).toMatchObject([{ text: 'https://www.instagram.com/p/AbCdEf/' }])
})

it('hears customers also while another app holds the thread', () => {
  expect(events('messenger-standby')).toEqual([{ ...messenger, externalId: 'm_standby1', text: 'Anybody?' }])
})

it('knows echoes from customers, ours by the id we gave them', () => {
  const echo = { kind: 'echo', channel: 'messenger', externalId: 'm_ours' }
  expect(events('messenger-echo')).toEqual([{ ...echo, metadata: '0190a0b0-0000-7000-8000-000000000001' }])
  expect(events('messenger-echo-of-another-app')).toEqual([{ ...echo, externalId: 'm_theirs', metadata: null }])
  expect(events('instagram-echo')).toEqual([
    { kind: 'echo', channel: 'instagram', externalId: 'aWd_ours', metadata: null },
  ])
})

it('R-13 hears what was delivered and read, by id and by watermark', () => {
  const person = { kind: 'messenger', value: '24400000000000001' }
  const news = { kind: 'delivery', state: 'delivered', error: null }
  const watermark = { ...news, of: { watermark: at - 10, person } }
  expect(events('messenger-delivered')).toEqual([
    { ...news, of: { externalId: 'm_ours' }, at: at - 10 },
    { ...news, of: { externalId: 'm_ours2' }, at: at - 10 },
    { ...watermark, at: at - 10 },
  ])
  expect(events('messenger-delivered-watermark-only')).toEqual([{ ...watermark, at }])
  expect(events('messenger-read-watermark')).toEqual([
    { ...news, state: 'read', of: { watermark: at - 5, person }, at },
  ])
  expect(events('instagram-seen')).toEqual([{ ...news, state: 'read', of: { externalId: 'aWd_ours' }, at }])
})

it('hears Instagram: words, pictures, story replies and story mentions', () => {
  expect(events('instagram-text')).toEqual([
    { ...instagram, externalId: 'aWd_text1', text: 'Do you ship to Portugal?' },
  ])
  expect(events('instagram-image')).toMatchObject([
    { attachments: [{ name: 'image-1', url: `${story}?asset_id=3&signature=c` }] },
  ])
  const reply = { kind: 'reply', url: `${story}?asset_id=1&signature=a` }
  expect(events('instagram-story-reply')).toEqual([
    { ...instagram, externalId: 'aWd_story1', text: 'Love this!', story: reply },
  ])
  const mention = { kind: 'mention', url: `${story}?asset_id=2&signature=b` }
  expect(events('instagram-story-mention')).toEqual([{ ...instagram, externalId: 'aWd_mention1', story: mention }])
})

it('hears Instagram where it writes by changes, in seconds', () => {
  expect(events('instagram-by-change')).toEqual([
    { ...instagram, externalId: 'aWd_change1', text: 'Sent to an app with Instagram login', at: 1_763_700_000_000 },
  ])
})

it('says that something was sent which Instagram does not hand on', () => {
  expect(events('instagram-unsupported')).toEqual([
    { ...instagram, externalId: 'aWd_gif1', text: '(Instagram does not hand on messages of this kind.)' },
  ])
})

it('makes no message of what is none', () => {
  expect(heard('instagram-deleted')).toEqual(nothing('instagram: message deleted'))
  expect(heard('instagram-reaction')).toEqual(nothing('instagram: reaction'))
  expect(heard('instagram-comment')).toEqual(nothing('instagram: broken comments'))
  expect(heard('messenger-reaction')).toEqual(nothing('messenger: reaction'))
  expect(heard('messenger-edited')).toEqual(nothing('messenger: message_edit'))
  expect(heard('unknown-object')).toEqual(nothing('meta: object permissions'))
})

it('F8 hears the neighbours of what is broken', () => {
  const { events: found, ignored } = heard('messenger-batch-with-one-broken')
  expect(found).toMatchObject([
    { externalId: 'm_a', text: 'first' },
    { externalId: 'm_b', text: saying('second'), attachments: [] },
    { externalId: 'm_c', text: 'third' },
  ])
  expect(ignored).toEqual(['messenger: broken message', 'messenger: broken messaging', 'meta: broken entry of page'])
})

it('takes out what no store can hold', () => {
  expect(events('messenger-odd-letters')).toMatchObject([{ text: 'half  a face, and  nothing 😀' }])
})
