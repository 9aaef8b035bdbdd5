/** Money as the shopper's country writes it: "€ 116,00". */
export function priceIn(locale: string, currency: string) {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency })
  return (amount: string): string => format.format(Number(amount))
}

/** In the digits that the shopper's country writes. */
export const countIn = (locale: string, count: number): string => new Intl.NumberFormat(locale).format(count)

/** "20 November", with the year where it is not this one. */
export function dayIn(locale: string, at: number, now = new Date()): string {
  const day = new Date(at)
  const year = day.getFullYear() === now.getFullYear() ? undefined : 'numeric'
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', ...(year && { year }) }).format(day)
}
