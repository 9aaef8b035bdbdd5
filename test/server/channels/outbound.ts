import type { Outbound } from '../../../server/channels/channel.ts'

export const ownId = '0190a0b0-0000-7000-8000-000000000001'

/** A message on its way out, with what the test cares for. */
export function outbound(some: Partial<Outbound> & Pick<Outbound, 'channel' | 'to' | 'from'>): Outbound {
  return { id: ownId, text: 'Your parcel is on its way', attachments: [], mail: null, statusUrl: null, ...some }
}

export const picture = (url = 'https://desk.example/files/1') => ({
  name: 'photo.jpg',
  type: 'image/jpeg',
  url,
  bytes: Buffer.from(''),
})
