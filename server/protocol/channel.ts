/** The six channels; the order is the one shown on screens. */
export const channelNames = ['web_chat', 'email', 'sms', 'whatsapp', 'instagram', 'messenger'] as const
export type ChannelName = (typeof channelNames)[number]
