/** The six channels; the order is the one shown on screens. */
export const channelNames = ['web_chat', 'email', 'sms', 'whatsapp', 'instagram', 'messenger'] as const
export type ChannelName = (typeof channelNames)[number]

/** Web chat stays in the house; the others leave it through a provider. */
export type RemoteChannel = Exclude<ChannelName, 'web_chat'>

/** Kinds of names a person is known by at a provider: mail address, E.164 number, the provider's own ids. */
export const addressKinds = ['email', 'phone', 'whatsapp', 'whatsapp_user', 'instagram', 'messenger'] as const
export type AddressKind = (typeof addressKinds)[number]
