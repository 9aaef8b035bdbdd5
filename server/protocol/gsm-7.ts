/** The letters of GSM 03.38 that take one septet. */
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡' +
    'ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
/** Those that take two: an escape, and the letter. */
const escaped = new Set('^{}\\[~]|€\f')

/** The septets of one sign; null: it is not in the alphabet, and the whole message is sent in UCS-2. */
export function septetsOf(sign: string): 1 | 2 | null {
  if (basic.has(sign)) return 1
  return escaped.has(sign) ? 2 : null
}
