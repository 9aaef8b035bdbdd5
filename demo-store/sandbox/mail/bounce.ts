import { brand } from '../brand.ts'
import { newId } from '../ids.ts'

/** The report that a mail did not arrive (RFC 3464), with the headers of that mail. */
export const bounceOf = (
  raw: Buffer,
  { to, recipient, status, said, now }: { to: string; recipient: string; status: string; said: string; now: number },
): Buffer => {
  const host = brand.email.relay
  const boundary = `report-${newId.mail('').slice(0, 8)}`
  const whole = raw.toString('latin1')
  const end = /\r?\n\r?\n/.exec(whole)?.index ?? whole.length
  const lines = [
    'Return-Path: <>',
    `From: Mail Delivery System <MAILER-DAEMON@${host}>`,
    `To: <${to}>`,
    'Subject: Undelivered Mail Returned to Sender',
    `Date: ${new Date(now).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${newId.mail(host)}>`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=us-ascii',
    '',
    `This is the mail system at host ${host}.`,
    `Your mail to <${recipient}> could not be delivered: ${said}`,
    '',
    `--${boundary}`,
    'Content-Type: message/delivery-status',
    '',
    `Reporting-MTA: dns; ${host}`,
    `Arrival-Date: ${new Date(now).toUTCString().replace('GMT', '+0000')}`,
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    'Action: failed',
    `Status: ${status}`,
    `Diagnostic-Code: smtp; ${said}`,
    '',
    `--${boundary}`,
    'Content-Type: text/rfc822-headers',
    '',
    whole.slice(0, end).replace(/\r?\n/g, '\r\n'),
    '',
    `--${boundary}--`,
    '',
  ]
  return Buffer.from(lines.join('\r\n'), 'latin1')
}
