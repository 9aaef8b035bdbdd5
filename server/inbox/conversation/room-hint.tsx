import type { Measured } from '../../protocol/text-room.ts'
import type { TicketRow } from '../../protocol/ticket.ts'
import { firstName } from '../parts/avatar.tsx'
import { usePage, useWords } from '../page.ts'

/** From here on it matters how much room is left: in a message, and in one SMS of several. */
const warnBelow = 500
const warnPart = 0.1
const warnSegment = 30

/** how much room the text has left, where that matters; else what came meanwhile, or what the field does. */
export function RoomHint({ measured, row, news }: { measured: Measured; row: TicketRow; news: number }) {
  const { composer, answering, composing } = useWords()
  const page = usePage()
  const { length, most, segments } = measured
  const left = most - length
  if (left < 0) return <span class="error">{composer.tooMuch(-left)}</span>
  if (segments && length > 0 && (segments.count > 1 || segments.left < warnSegment || segments.oddSign !== null))
    return (
      <span class="digits">
        {answering.segments(segments.count, segments.left)}
        {segments.oddSign !== null && <> {answering.oddSign(segments.oddSign)}</>}
      </span>
    )
  if (left < Math.min(warnBelow, most * warnPart)) return <>{composer.left(left)}</>
  if (news > 0) return <>{composing.newsMeanwhile(firstName(row.customer.name), news)}</>
  if (row.status === 'closed') return <>{answering.opensAgain}</>
  const until = row.snoozedUntil === null ? null : page.moments.value.until(row.snoozedUntil, page.clock.tick.value)
  return until === null ? <span class="wide-only">{composer.hint}</span> : <>{composer.snoozed(until)}</>
}
