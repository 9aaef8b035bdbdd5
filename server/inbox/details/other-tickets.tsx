import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { TicketRow } from '../../protocol/ticket.ts'
import { useScreen } from '../desk-screen.ts'
import { createHold } from '../hold.ts'
import { lastWords } from '../list/last-words.ts'
import { usualChoice } from '../list/list-choice.ts'
import { placeRow, type ShownList } from '../list/place-row.ts'
import { usePage, useWords } from '../page.ts'
import { ChannelIcon, Icon } from '../parts/icon.tsx'
import { catchFocus } from '../parts/lost-focus.ts'
import { routeUrl, viewRoute } from '../route.ts'

type Found = { kind: 'asking' } | { kind: 'failed' } | { kind: 'found'; rows: readonly TicketRow[] }
/** Shown at first; the rest on demand. */
const most = 8

/** The customer's other tickets, newest first, kept live. */
export function OtherTickets({ row, total }: { row: TicketRow; total: number }) {
  const words = useWords()
  const { moments, clock } = usePage()
  const { desk } = useScreen()
  const found = useSignal<Found>({ kind: 'asking' })
  const all = useSignal(false)
  const customer = row.customer.id
  const online = desk.link.state.value === 'online'

  useEffect(() => {
    if (!online) return
    let left = false
    const list: ShownList = { ...usualChoice('all'), view: 'all', folded: [], customer, me: '' }
    const hold = createHold()
    void hold.while(
      () => desk.link.ask('list.read', { view: 'all', status: 'any', customer, sort: 'newest', after: null }),
      (answer) => {
        if (!left) found.value = answer.ok ? { kind: 'found', rows: answer.rows } : { kind: 'failed' }
      },
    )
    const place = (changed: TicketRow) => {
      const now = found.peek()
      if (left || now.kind !== 'found') return
      found.value = { kind: 'found', rows: placeRow(now.rows, changed, list, true) }
    }
    const stop = desk.onChange((changed) => {
      if (changed.customer.id === customer) hold.hear(() => place(changed))
    })
    return () => {
      left = true
      stop()
    }
  }, [customer, online, total, desk, found])

  const { details } = words
  const now = found.value
  const others = now.kind === 'found' ? now.rows.filter((other) => other.id !== row.id) : []
  return (
    <section aria-label={details.others}>
      <h3>
        {details.others}
        {others.length > 0 && <span class="count digits">{Math.max(others.length, total - 1)}</span>}
      </h3>
      {now.kind === 'failed' && <p class="text-3 small-text">{details.othersFailed}</p>}
      {now.kind === 'found' && others.length === 0 && <p class="text-3 small-text">{details.noOthers}</p>}
      <ul class="others">
        {others.slice(0, all.value ? undefined : most).map((other) => (
          <li key={other.id}>
            <a href={routeUrl(viewRoute('all', other.id))}>
              <ChannelIcon channel={other.channel} name={words.channel[other.channel]} />
              <span class="cut">
                <bdi>{lastWords(other, words)}</bdi>
              </span>
              {other.status === 'closed' ? (
                <span class="closed-mark" role="img" aria-label={words.list.closed} title={words.list.closed}>
                  <Icon name="done" small />
                </span>
              ) : (
                <span class="chip">{words.status[other.status]}</span>
              )}
              <time class="age digits">{moments.value.age(other.lastMessageAt, clock.tick.value)}</time>
            </a>
          </li>
        ))}
      </ul>
      {others.length > most && !all.value && (
        <button
          type="button"
          class="link small-text"
          onClick={(event) => {
            catchFocus(event.currentTarget.parentElement, `li:nth-child(${most + 1}) a`)
            all.value = true
          }}
        >
          {words.thread.marketing.more}
        </button>
      )}
    </section>
  )
}
