import './row-marks.css'
import type { TicketRow } from '../../protocol/ticket.ts'
import { useMoment } from '../conversation/use-moment.ts'
import { usePage, useWords } from '../page.ts'
import { Icon } from '../parts/icon.tsx'

/** S-8, S-11, D-5: what a row says beside its name, in the room that the name leaves, so that all rows are equally high. */
export function RowMarks({ row }: { row: TicketRow }) {
  const { working } = useWords()
  const [first, ...others] = row.tags
  return (
    <>
      {row.priority === 'high' && (
        <span class="high-mark" role="img" aria-label={working.makeHigh} title={working.makeHigh}>
          <Icon name="flag" small />
        </span>
      )}
      {row.spam && (
        <span class="blocked-mark" role="img" aria-label={working.spam} title={working.spam}>
          <Icon name="spam" small />
        </span>
      )}
      {first && (
        <span class="chip row-tag" title={row.tags.map(({ name }) => name).join(', ')}>
          <span class="cut">{first.name}</span>
          {others.length > 0 && <span class="digits">+{others.length}</span>}
        </span>
      )}
    </>
  )
}

/** W-12: how long its customer waits, once that is long; from its second on, whoever tells it. */
export function WaitingMark({ row }: { row: TicketRow }) {
  const { working } = useWords()
  const { moments, clock } = usePage()
  const { waitingMarks: marks, waitingSince: since } = row
  const now = clock.now()
  const next = marks === null ? null : now < marks.marked ? marks.marked : marks.loud
  useMoment(next !== null && next > now ? next : null)
  if (marks === null || since === null || now < marks.marked) return null
  const loud = marks.loud !== null && now >= marks.loud
  const said = working.waitsSince(moments.value.until(since, now))
  return (
    <span class={`chip waits ${loud ? 'loud' : 'warn'}`} title={said}>
      <Icon name="wait" />
      <span class="digits" aria-hidden="true">
        {moments.value.age(since, now)}
      </span>
      <span class="hidden-text">{said}</span>
    </span>
  )
}
