import { type Html, trusted } from '../html.ts'

const icon = (paths: string): Html =>
  trusted(`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${paths}</svg>`)

export const icons = {
  search: icon('<circle cx="10.8" cy="10.8" r="6.3"/><path d="m15.6 15.6 4.6 4.6"/>'),
  person: icon('<circle cx="12" cy="8.2" r="3.8"/><path d="M4.8 20c.7-4 3.600-6 7.200-6s6.500 2 7.200 6"/>'),
  basket: icon('<path d="M3.600 9.800h16.800l-1.700 9.700H5.300Z"/><path d="m8 9.800 3-6M16 9.800l-3-6"/><path d="M9.300 13v3.400M14.700 13v3.400"/>'),
  straw: icon('<path d="m3.800 8 8.200-4.200L20.200 8v8.400L12 20.600l-8.200-4.200Z"/><path d="M3.800 8 12 12.200 20.200 8M12 12.200v8.400"/>'),
  back: icon('<path d="M4.500 9.500h10a5 5 0 0 1 0 10H8"/><path d="m8.300 5.700-3.800 3.800 3.800 3.800"/>'),
  hand: icon('<path d="M4 5.500h16v10.300h-8.800L7 19.300v-3.500H4Z"/><path d="M8 9.200h8M8 12.200h5"/>'),
  check: icon('<path d="m5 12.600 4.600 4.600L19.200 7.400"/>'),
  bin: icon('<path d="M5 7.500h14M9.800 7.500V4.800h4.400v2.700M7 7.500l.8 12h8.400l.8-12"/>'),
  right: icon('<path d="M5 12h13.500M13 6.500l5.500 5.500-5.500 5.500"/>'),
} as const

/** The shop's mark: two waves over a wick. */
export const mark = trusted(
  '<svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false"><path d="M16 3c3 4 3.700 6 3.700 7.700a3.700 3.700 0 0 1-7.400 0C12.300 9 13 7 16 3Z" class="flame"/><path d="M3 20q4.300-4.500 8.700 0t8.600 0 8.700 0M3 26.500q4.300-4.500 8.700 0t8.600 0 8.700 0" class="wave"/></svg>',
)
