/** Channels that leave the house through a provider. */
export const remoteChannels = ['email', 'sms', 'whatsapp', 'instagram', 'messenger'] as const
export type RemoteChannel = (typeof remoteChannels)[number]

/** The six channels; the order is the one shown on screens. Web chat stays in the house. */
export const channelNames = ['web_chat', ...remoteChannels] as const
export type ChannelName = (typeof channelNames)[number]

/** Kinds of names a person is known by at a provider: mail address, E.164 number, the provider's own ids. */
export const addressKinds = ['email', 'phone', 'whatsapp', 'whatsapp_user', 'instagram', 'messenger'] as const
export type AddressKind = (typeof addressKinds)[number]
