export type RowWindow = { from: number; to: number }

/** Rows drawn beyond the edge, so that a quick scroll meets no holes. */
const beyond = 12
/** The window moves by so many rows at a time: most steps of a scroll draw nothing anew. */
const step = 6

/** Which rows of a long list have to be drawn; all rows are equally high. Heights in pixels. */
export function windowOf(rows: number, rowHeight: number, top: number, height: number): RowWindow {
  if (rowHeight <= 0) return { from: 0, to: Math.min(rows, 3 * beyond) }
  const first = Math.floor((top / rowHeight - beyond) / step) * step
  const last = Math.ceil(((top + height) / rowHeight + beyond) / step) * step
  const to = Math.max(0, Math.min(rows, last))
  return { from: Math.min(Math.max(0, first), to), to }
}
