/** Length in Unicode code points, the unit of `limits.textPoints`. */
export function points(text: string): number {
  let n = 0
  for (const _ of text) n++
  return n
}

/** Removes what no store or screen can hold: NUL and lone surrogates. Everything else a person typed stays as it is. */
export function storable(text: string): string {
  // Read by code points, a surrogate that has its other half is none.
  return text.replace(/[\0\p{Cs}]/gu, '')
}

/** Nothing in it that a screen shows: spaces, control characters, and what is invisible by definition. */
export function isBlank(text: string): boolean {
  return /^[\s\p{Cc}\p{DI}]*$/u.test(text)
}
