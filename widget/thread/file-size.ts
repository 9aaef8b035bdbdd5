const units = ['byte', 'kilobyte', 'megabyte'] as const

/** The size of a file as people write it: two digits are enough. */
export function sizeIn(locale: string, bytes: number): string {
  const at = bytes < 1000 ? 0 : bytes < 999_500 ? 1 : 2
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[at] ?? 'byte',
    maximumSignificantDigits: at === 0 ? 3 : bytes / 1000 ** at < 10 ? 2 : 3,
  }).format(bytes / 1000 ** at)
}
