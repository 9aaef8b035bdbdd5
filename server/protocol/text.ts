/** Length in Unicode code points, the unit of `limits.textPoints`. */
export function points(text: string): number {
  let n = 0
  for (const _ of text) n++
  return n
}

/** Removes what no store or screen can hold: NUL and lone surrogates. Everything else a person typed stays as it is. */
export function storable(text: string): string {
  return text
    .replaceAll('\0', '')
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '')
}
