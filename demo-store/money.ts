const whole = new Intl.NumberFormat('en-IE', { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 })
const exact = new Intl.NumberFormat('en-IE', { style: 'currency', currency: 'EUR' })

/** Cents as people read a price: €28, €7.50. */
export const price = (cents: number): string => (cents % 100 === 0 ? whole : exact).format(cents / 100)

/** Cents in a column of sums, always with both decimals. */
export const sum = (cents: number): string => exact.format(cents / 100)
