const counts = { T: 11, S: 11, R: 14, W: 14, M: 6, D: 11, P: 7 } as const

/** The ids of all rules of the product: T-1 to T-11, S-1 to S-11 and so on. */
export const ruleIds: readonly string[] = Object.entries(counts).flatMap(([area, count]) =>
  Array.from({ length: count }, (_, index) => `${area}-${index + 1}`),
)
