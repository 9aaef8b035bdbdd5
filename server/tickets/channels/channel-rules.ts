import type { ChannelName } from '../../protocol/channel.ts'
import { email } from './email.ts'
import { instagram } from './instagram.ts'
import { messenger } from './messenger.ts'
import type { ChannelRules } from './rules.ts'
import { sms } from './sms.ts'
import { webChat } from './web-chat.ts'
import { whatsapp } from './whatsapp.ts'

/** The table of the channels (T-1 to T-6, S-2), complete by its type. */
export const channelRules: Record<ChannelName, ChannelRules> = {
  web_chat: webChat,
  email,
  sms,
  whatsapp,
  instagram,
  messenger,
}
