/** S-8: what a mail shows beside its words (channels/mail/mail-signs.ts finds it). */
export const mailSigns = [
  'reply_elsewhere',
  'no_recipient',
  'many_recipients',
  'html_only',
  'hidden_text',
  'list',
  'answers',
  'program_file',
  'archive_file',
] as const
export type MailSign = (typeof mailSigns)[number]

/** What a text shows beside its words, in any language (tickets/text/signs.ts finds it). */
export const textSigns = [
  'link',
  'links',
  'short_link',
  'bare_host',
  'number_link',
  'money',
  'short_code',
  'premium_number',
  'phone_number',
  'digits',
  'many_digits',
  'capitals',
  'all_capitals',
  'subject_capitals',
  'exclaims',
  'mixed_scripts',
  'hidden_letters',
  'spaced_letters',
  'coin_address',
  'test_mark',
  'percent',
  'for_adults',
  'very_short',
  'short',
  'full_text',
  'long',
  'mail',
] as const
export type TextSign = (typeof textSigns)[number]

export type Sign = MailSign | TextSign
