/** Line icons on a grid of 20. */
export const shapes = {
  close: 'm5 5 10 10m0-10L5 15',
  more: 'M4 10h.1m6 0h.1m6 0h.1',
  orders: 'm3 6 7-4 7 4v8l-7 4-7-4Zm0 0 7 4m0 0 7-4m-7 4v8',
  home: 'm3 9 7-6 7 6M5 8v9h10V8',
  chat: 'M2 4h16v10h-7l-4 3.4V14H2ZM6.5 9h.1M10 9h.1m3.4 0h.1',
  onward: 'm8 6 4 4-4 4',
  send: 'm17 3-8 8m8-8-5 14-3-6-6-3Z',
  emoji: 'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14ZM7 12q3 4 6 0M8 8v.1M12 8v.1',
  clip: 'm15 9-6 6a3.5 3.5 0 0 1-5-5l6-6a2.3 2.3 0 0 1 3.3 3.3l-5.6 5.6a1 1 0 0 1-1.5-1.5L11 7',
  sent: 'm4 11 4 4 8-9',
  seen: 'm1 11 4 4 8-9m-3 8 1 1 8-9',
}

/** Decoration only: what it means is said in words beside it or in the button's label. */
export function Icon({ name }: { name: keyof typeof shapes }) {
  return (
    <svg class={`i ${name}`} viewBox="0 0 20 20" aria-hidden="true">
      <path d={shapes[name]} />
    </svg>
  )
}

type IconButtonProps = { name: keyof typeof shapes; label: string; press: () => void }

export function IconButton({ name, label, press }: IconButtonProps) {
  return (
    <button type="button" class="icon" aria-label={label} onClick={press}>
      <Icon name={name} />
    </button>
  )
}
