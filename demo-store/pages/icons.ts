import { type Html, trusted } from '../html.ts'

const icon = (paths: string): Html =>
  trusted(`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${paths}</svg>`)

export const icons = {
  search: icon('<circle cx="10.8" cy="10.8" r="6.3"/><path d="m15.6 15.6 4.6 4.6"/>'),
  person: icon('<circle cx="12" cy="8.2" r="3.8"/><path d="M4.8 20c.7-4 3.6-6 7.2-6s6.5 2 7.2 6"/>'),
  basket: icon(
    '<path d="M3.6 9.8h16.8l-1.7 9.7H5.3Z"/><path d="m8 9.8 3-6M16 9.8l-3-6"/><path d="M9.3 13v3.4M14.7 13v3.4"/>',
  ),
  straw: icon('<path d="m3.8 8 8.2-4.2L20.2 8v8.4L12 20.6l-8.2-4.2Z"/><path d="M3.8 8 12 12.2 20.2 8M12 12.2v8.4"/>'),
  back: icon('<path d="M4.5 9.5h10a5 5 0 0 1 0 10H8"/><path d="m8.3 5.7-3.8 3.8 3.8 3.8"/>'),
  hand: icon('<path d="M4 5.5h16v10.3h-8.8L7 19.3v-3.5H4Z"/><path d="M8 9.2h8M8 12.2h5"/>'),
  check: icon('<path d="m5 12.6 4.6 4.6L19.2 7.4"/>'),
  bin: icon('<path d="M5 7.5h14M9.8 7.5V4.8h4.4v2.7M7 7.5l.8 12h8.4l.8-12"/>'),
  right: icon('<path d="M5 12h13.5M13 6.5l5.5 5.5-5.5 5.5"/>'),
} as const

/** The shop's mark: two waves over a wick. */
export const mark = trusted(
  '<svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false"><path d="M16 3c3 4 3.7 6 3.7 7.7a3.7 3.7 0 0 1-7.4 0C12.3 9 13 7 16 3Z" class="flame"/><path d="M3 20q4.3-4.5 8.7 0t8.6 0 8.7 0M3 26.5q4.3-4.5 8.7 0t8.6 0 8.7 0" class="wave"/></svg>',
)
