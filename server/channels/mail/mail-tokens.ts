import {
  answeredMessage,
  bounceAddress,
  bouncedMessage,
  outgoingMessageId,
  repliedThread,
  replyAddress,
  type Sign,
} from './reply-token.ts'

/** The marks of this installation on its mails (S13): nobody else can make them, and one made here is known again. */
export type MailTokens = {
  replyAddress(mailbox: string, thread: string): string
  bounceAddress(message: string, domain: string): string
  messageId(message: string, domain: string): string
  /** The thread, or message, that a mark stands for; null unless it was made here. */
  repliedThread(address: string): string | null
  bouncedMessage(token: string): string | null
  answeredMessage(messageId: string): string | null
}

export function mailTokens(sign: Sign): MailTokens {
  return {
    replyAddress: (mailbox, thread) => replyAddress({ mailbox, thread }, sign),
    bounceAddress: (message, domain) => bounceAddress({ message, domain }, sign),
    messageId: (message, domain) => outgoingMessageId({ message, domain }, sign),
    repliedThread: (address) => repliedThread(address, sign),
    bouncedMessage: (token) => bouncedMessage(token, sign),
    answeredMessage: (messageId) => answeredMessage(messageId, sign),
  }
}
