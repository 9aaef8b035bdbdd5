/** Longest message, in Unicode code points. It stands alone, so that a shopper loads no other limit with it. */
export const textPoints = 10_000
