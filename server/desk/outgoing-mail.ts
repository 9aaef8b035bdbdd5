import type { Outbound } from '../channels/channel.ts'
import type { DeliveryRecord } from '../store/deliveries.ts'
import { findMail } from '../store/mails.ts'
import { currentSettings } from './current-settings.ts'
import type { Desk } from './desk.ts'
import { hostOf, mailboxFor } from './mailboxes.ts'
import { withRatingLink } from './rating-link.ts'

/**
 * What a mail's porch needs beside the message: the same at every try, so that the other side knows it again by its
 * Message-ID (F19). Null: it is no mail, or there is no mailbox to answer to any more.
 */
export async function outgoingMail(
  desk: Desk,
  delivery: DeliveryRecord,
  automatic: boolean,
): Promise<Pick<Outbound, 'from' | 'text' | 'mail'> | null> {
  if (delivery.channel !== 'email' || delivery.message_id === null) return null
  const mail = await findMail(desk.db, delivery.message_id)
  const { settings } = await currentSettings(desk.settings, desk.db)
  const mailbox = mailboxFor(settings, delivery.from_address)
  if (mail === undefined || mailbox === undefined) return null
  return {
    from: mailbox.address,
    text: withRatingLink(desk, delivery, mail.whole),
    mail: {
      subject: mail.subject,
      messageId: mail.mail_id,
      inReplyTo: mail.references.at(-1) ?? null,
      references: mail.references,
      replyTo: desk.mail.replyAddress(mailbox.forwardsTo, mail.thread_id),
      fromName: settings.email.fromName || settings.general.shopName,
      bounceTo: desk.mail.bounceAddress(mail.message_id, hostOf(mailbox.forwardsTo)),
      automatic,
    },
  }
}
