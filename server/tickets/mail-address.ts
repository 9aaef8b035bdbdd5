/**
 * What two spellings of one mail address have in common. Only ASCII letters lose their case: a sign that merely looks
 * or folds like one of them belongs to somebody else.
 */
export function addressKey(address: string): string {
  return address.trim().replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}

/** The mailbox an address leads to, without the `+token` behind its name. */
export function mailboxKey(address: string): string {
  const key = addressKey(address)
  const at = key.lastIndexOf('@')
  const plus = key.indexOf('+')
  return plus > 0 && plus < at ? key.slice(0, plus) + key.slice(at) : key
}
