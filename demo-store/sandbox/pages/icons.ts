import type { Channel } from '../brand.ts'
import { type Html, trusted } from '../../html.ts'

const icon = (paths: string, more = ''): Html =>
  trusted(`<svg class="icon${more}" viewBox="0 0 20 20" aria-hidden="true" focusable="false">${paths}</svg>`)

export const icons = {
  send: icon('<path d="M3.5 10 16.5 4l-4 12.5-3-5z"/><path d="m9.5 11.5 7-7.5"/>', ' turns'),
  attach: icon('<path d="m14.6 9.6-5 5a3 3 0 0 1-4.3-4.2l5.9-5.9a2 2 0 0 1 2.8 2.8l-5.9 5.9a1 1 0 0 1-1.4-1.4l5-5"/>'),
  tick: icon('<path d="m4.5 10.5 3.5 3.5 7.5-8"/>'),
  ticks: icon('<path d="m2 10.5 3.5 3.5L12 7"/><path d="m9 13 1 1 7.5-8"/>'),
  cross: icon('<path d="m5.5 5.5 9 9m0-9-9 9"/>'),
  clock: icon('<circle cx="10" cy="10" r="6.5"/><path d="M10 6.5V10l2.5 1.5"/>'),
  off: icon('<rect x="6" y="2.5" width="8" height="15" rx="1.8"/><path d="m3.5 4.5 13 11"/>'),
  write: icon('<path d="M4 16h3l8-8-3-3-8 8z"/><path d="m10.5 6.5 3 3"/>'),
  back: icon('<path d="m11.5 5-5 5 5 5"/>', ' turns'),
  again: icon('<path d="M15.5 10a5.5 5.5 0 1 1-1.6-3.9"/><path d="M15.5 3v3.3h-3.3"/>'),
  mark: icon('<path d="M3 6.5q3.5-4 7 0t7 0M3 12.5q3.5-4 7 0t7 0"/>'),
}

export const channelIcons: Readonly<Record<Channel, Html>> = {
  sms: icon('<rect x="2.5" y="4.5" width="15" height="11" rx="2"/><path d="m3 6 7 5.5L17 6"/>'),
  whatsapp: icon(
    '<path d="m3 17 1-3.6A7 7 0 1 1 6.7 16z"/><path d="M7.6 7.2c-.6 2.4 2.8 5.8 5.2 5.2l.7-1.5-1.7-1-1 .7a4 4 0 0 1-1.7-1.7l.7-1-1-1.7z"/>',
  ),
  instagram: icon(
    '<rect x="3" y="3" width="14" height="14" rx="4"/><circle cx="10" cy="10" r="3.2"/><path d="M13.9 6.1h.01"/>',
  ),
  messenger: icon(
    '<path d="M10 3c-4.1 0-7 2.8-7 6.4 0 2 .9 3.7 2.4 4.9V17l2.4-1.3c.7.2 1.4.3 2.2.3 4.1 0 7-2.8 7-6.4S14.1 3 10 3z"/><path d="m6.3 11.3 2.7-2.8 2 1.5 2.7-1.6"/>',
  ),
  email: icon('<circle cx="10" cy="10" r="3"/><path d="M13 7v4.2c0 2.4 3.5 2.2 3.5-1.2a6.5 6.5 0 1 0-2.6 5.2"/>'),
}
