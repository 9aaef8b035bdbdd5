/** What a mail may cost us (SAFETY S15). Sizes in bytes unless a name says otherwise. */
export const mailLimits = {
  /** Of the whole mail, as the SMTP door takes it. */
  bytes: 30 * 1024 * 1024,
  /** Of all headers, those of inner parts too. */
  headerBytes: 128 * 1024,
  lineBytes: 1024 * 1024,
  lines: 600_000,
  /** Parts inside parts inside parts. */
  depth: 30,
  parts: 500,
  attachments: 200,
  /** Ids of a thread we remember: its first and its last ones. */
  references: 100,
  /** Of one header that holds addresses, in characters: reading them costs the square of their number. */
  addressChars: 32_000,
  /** Addresses in To and Cc together. */
  recipients: 200,
  subjectChars: 1_000,
  nameChars: 200,
  textChars: 500_000,
  htmlChars: 2_000_000,
  /** Markup with more tags is not shown as such; the cost of cleaning grows with their square. */
  htmlTags: 30_000,
  /** For reading one mail or cleaning one page, in milliseconds. */
  timeMs: 10_000,
  memoryMb: 256,
} as const
