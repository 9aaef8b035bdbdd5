export type RowWindow = { from: number; to: number }

/** Rows drawn beyond the edge, so that a quick scroll meets no holes. */
const beyond = 12

/** Which rows of a long list have to be drawn; all rows are equally high. Heights in pixels. */
export function windowOf(rows: number, rowHeight: number, top: number, height: number): RowWindow {
  if (rowHeight <= 0) return { from: 0, to: Math.min(rows, 3 * beyond) }
  const from = Math.max(0, Math.floor(top / rowHeight) - beyond)
  const to = Math.min(rows, Math.ceil((top + height) / rowHeight) + beyond)
  return { from: Math.min(from, to), to }
}
