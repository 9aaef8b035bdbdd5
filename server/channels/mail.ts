/** The mail porch: mail's language in our words and back. It decides nothing and touches no database. */
export { mailAddress } from './mail/address.ts'
export { mailDocument } from './mail/mail-document.ts'
export { mailLimits } from './mail/limits.ts'
export { type MailThreads, openMailThreads } from './mail/mail-threads.ts'
export type { MailContext, ReadMail, Unreadable } from './mail/parse-mail.ts'
export {
  answeredMessage,
  bounceAddress,
  bouncedMessage,
  outgoingMessageId,
  repliedThread,
  replyAddress,
  type Sign,
} from './mail/reply-token.ts'
export type { SafeHtml, SafeHtmlWishes } from './mail/safe-html.ts'
export { sendMail } from './mail/send-mail.ts'
export { type Envelope, openSmtpDoor, type Receipt, type SmtpDoor } from './mail/smtp-door.ts'
