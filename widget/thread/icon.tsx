/** Line icons on a grid of 20, drawn at 1.5; the inbox adds its own. */
const shapes = {
  clock: 'M10 2.8a7.2 7.2 0 1 1 0 14.4 7.2 7.2 0 0 1 0-14.4ZM10 6v4.2l2.7 1.6',
  sent: 'm4.3 10.6 3.6 3.6 7.8-8.4',
  seen: 'm1.7 10.6 3.6 3.6 7-7.6m-2.6 6.9.7.7 7.6-8.1',
  failed: 'M10 2.8a7.2 7.2 0 1 1 0 14.4 7.2 7.2 0 0 1 0-14.4ZM10 6.2v4.6m0 2.6v.1',
  send: 'M17 3 8.8 11.2M17 3l-5 14-3.2-5.8L3 8Z',
  emoji: 'M10 2.8a7.2 7.2 0 1 1 0 14.4 7.2 7.2 0 0 1 0-14.4ZM6.9 11.9c1.5 2.4 4.7 2.4 6.2 0M7.6 7.7v.1m4.8-.1v.1',
  close: 'm5 5 10 10m0-10L5 15',
  more: 'M4.5 10h.01M10 10h.01m5.49 0h.01',
} as const
export type IconName = keyof typeof shapes

/** Decoration only: what it means is said in words beside it or in the button's label. */
export function Icon({ name, path, flip }: { name?: IconName; path?: string; flip?: boolean }) {
  return (
    <svg class={flip ? 'i flip' : 'i'} viewBox="0 0 20 20" aria-hidden="true">
      <path d={path ?? (name ? shapes[name] : '')} />
    </svg>
  )
}
