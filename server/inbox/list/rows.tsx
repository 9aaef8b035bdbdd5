import { effect } from '@preact/signals'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { useScreen } from '../desk-screen.ts'
import { useWords } from '../page.ts'
import { type InboxRoute, routeUrl } from '../route.ts'
import { groupHead, GroupHeadView } from './group-head.tsx'
import { headsAbove, headsOf } from './list-layout.ts'
import { TicketRowView } from './ticket-row.tsx'
import { RowTick } from '../working/row-tick.tsx'
import { windowOf } from './window-of.ts'

const nearEnd = 600

/** The rows near the screen, of any number; one of them can be tabbed to, j, k and the arrows move between them. */
export function Rows({ route }: { route: InboxRoute }) {
  const words = useWords()
  const screen = useScreen()
  const { list } = screen.desk
  const box = useRef<HTMLDivElement>(null)
  /** The last request for the focus; one from before this list was there is none of its business. */
  const heard = useRef(screen.focusAsked.peek())
  const [look, setLook] = useState({ from: 0, to: 36, row: 0 })
  const rows = list.rows.value
  const found = list.found.value
  const more = list.more.value
  const focused = screen.focused.value
  const { choice } = screen.desk.shown.value
  const folded = screen.desk.folded.value
  const heads = useMemo(
    () => headsOf(rows, { grouped: choice.grouped && !route.search, channels: choice.channels, folded }, more),
    [rows, choice, folded, more, route.search],
  )
  const headHeight = heads.length > 0 ? groupHead : 0
  /** How far down a row stands. */
  const topOf = (at: number) => at * look.row + headsAbove(heads, at) * headHeight

  const measure = useCallback(() => {
    const at = box.current
    if (!at) return
    const drawn = at.querySelector<HTMLElement>('.ticket')?.offsetHeight
    setLook((was) => {
      const row = drawn ?? was.row
      // The heads' heights are less than what is drawn beyond the edges.
      const { from, to } = windowOf(list.rows.peek().length, row, at.scrollTop, at.clientHeight)
      list.seenTo(to)
      return was.from === from && was.to === to && was.row === row ? was : { from, to, row }
    })
    if (at.scrollHeight - at.scrollTop - at.clientHeight < nearEnd) void list.readOn()
  }, [list])
  useLayoutEffect(measure, [rows.length, measure])
  useEffect(() => {
    const at = box.current
    if (!at) return
    const sizes = new ResizeObserver(measure)
    sizes.observe(at)
    return () => sizes.disconnect()
  }, [measure])

  const { from, to } = look
  const headsNow = useRef(heads)
  headsNow.current = heads
  const focusAt = rows.findIndex((row) => row.id === focused)
  // At once, not with the next frame: the next key may follow sooner.
  useEffect(
    () =>
      effect(() => {
        const at = box.current
        if (screen.focusAsked.value === heard.current || !at) return
        heard.current = screen.focusAsked.peek()
        const id = screen.focused.peek()
        const index = list.rows.peek().findIndex((row) => row.id === id)
        const height = at.querySelector<HTMLElement>('.ticket')?.offsetHeight ?? 0
        if (index < 0) return
        // Bring it into the window first: a row that is not drawn cannot take the focus.
        const top = index * height + headsAbove(headsNow.current, index) * groupHead
        if (top < at.scrollTop) at.scrollTop = top
        else if (top + height > at.scrollTop + at.clientHeight) at.scrollTop = top + height - at.clientHeight
        const focus = () => {
          const link = at.querySelector<HTMLElement>(`[data-ticket="${id}"]`)
          link?.focus({ preventScroll: true })
          return link !== null
        }
        if (focus()) return
        measure()
        requestAnimationFrame(focus)
      }),
    [screen, list, measure],
  )

  const shown = rows.slice(from, to)
  const { selection } = screen
  const picking = selection.some.value || selection.choosing.value
  const currentAt = rows.findIndex((row) => row.id === route.ticket)
  const tabAt = focusAt >= from && focusAt < to ? focusAt : currentAt >= from && currentAt < to ? currentAt : from
  return (
    <div
      class={`scroll rows${picking ? ' picking' : ''}`}
      ref={box}
      onScroll={measure}
      // While rows are picked by touch, a tap on a row picks it.
      onClickCapture={(event) => {
        const row =
          selection.choosing.peek() && event.target instanceof Element ? event.target.closest('.ticket') : null
        if (!(row instanceof HTMLElement)) return
        event.preventDefault()
        event.stopPropagation()
        selection.toggle(row.dataset['ticket'] ?? '')
      }}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
        event.preventDefault()
        screen.move(event.key === 'ArrowDown' ? 1 : -1)
      }}
    >
      <ul
        aria-label={screen.desk.shown.value.saved?.name ?? words.nav[screen.desk.shown.value.view]}
        style={{ height: look.row > 0 ? `${rows.length * look.row + heads.length * headHeight}px` : undefined }}
      >
        {heads.map((head, i) => (
          <GroupHeadView key={head.channel} head={head} top={head.at * look.row + i * headHeight} />
        ))}
        {shown.map((row, i) => (
          <li
            key={row.id}
            class={screen.selection.isPicked(row.id) ? 'ticked' : undefined}
            aria-setsize={more ? -1 : rows.length}
            aria-posinset={from + i + 1}
            style={{ transform: `translateY(${topOf(from + i)}px)` }}
          >
            <RowTick row={row} />
            <TicketRowView
              row={row}
              by={found.get(row.id) ?? null}
              href={routeUrl({ ...route, ticket: row.id })}
              current={row.id === route.ticket}
              tabbable={from + i === tabAt}
              onFocus={() => {
                screen.focused.value = row.id
              }}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}
