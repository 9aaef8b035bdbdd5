import './hours.css'
import { useEffect, useState } from 'preact/hooks'
import type { OfficeRange, SettingsProblem } from '../../protocol/settings.ts'
import { usePage } from '../page.ts'
import { useSettingsWords } from './settings-words.ts'
import { Icon } from '../parts/icon.tsx'
import { catchFocus } from '../parts/lost-focus.ts'
import { wallTime } from '../wall-time.ts'
import { Problem } from './form-parts.tsx'
import {
  addRange,
  changeRange,
  copyToAll,
  type Days,
  duplicateLast,
  parseTime,
  removeRange,
  runsOver,
  timeText,
} from './hours-edit.ts'
import { zoneOr } from './zone.ts'

type Props = {
  days: Days
  zone: string
  problems: readonly SettingsProblem[]
  onChange: (days: Days) => void
}

/** W-7: for each weekday any number of ranges; add, duplicate, copy to all days, delete. */
export function HoursEditor({ days, zone, problems, onChange }: Props) {
  const words = useSettingsWords()
  const page = usePage()
  const { moments, clock } = page
  const { chat } = words
  const today = wallTime(clock.tick.value, zoneOr(zone, moments.value.zone)).weekday
  return (
    <div class="days">
      {days.map((ranges, day) => {
        const name = moments.value.weekday(day)
        return (
          <div key={name} class="day-row" role="group" aria-label={name}>
            <b>
              {name}
              {day === today && <span class="today">{chat.today}</span>}
            </b>
            <div class="ranges">
              {ranges.length === 0 && <span class="text-3">{chat.closed}</span>}
              {ranges.map((range, at) => (
                <Range
                  // Ranges have no identity of their own; their place is the best there is.
                  key={at}
                  day={name}
                  range={range}
                  problem={problems.find((p) => p.path === `webChat.officeHours.days.${day}.${at}`) ?? null}
                  onChange={(changed) => onChange(changeRange(days, day, at, changed))}
                  onRemove={() => onChange(removeRange(days, day, at))}
                />
              ))}
            </div>
            <div class="day-actions">
              <Act icon="plus" label={chat.add(name)} onClick={() => onChange(addRange(days, day))} />
              {ranges.length > 0 && (
                <>
                  <Act icon="copy" label={chat.duplicate(name)} onClick={() => onChange(duplicateLast(days, day))} />
                  <Act
                    icon="stack"
                    label={chat.copyAll(name)}
                    onClick={() => {
                      onChange(copyToAll(days, day))
                      page.toasts.say(chat.copiedAll(name))
                    }}
                  />
                </>
              )}
            </div>
          </div>
        )
      })}
    </div>
  )
}

function Act({ icon, label, onClick }: { icon: 'plus' | 'copy' | 'stack'; label: string; onClick: () => void }) {
  return (
    <button type="button" class="button icon-only" aria-label={label} title={label} onClick={onClick}>
      <Icon name={icon} small />
    </button>
  )
}

type RangeProps = {
  day: string
  range: OfficeRange
  problem: SettingsProblem | null
  onChange: (range: OfficeRange) => void
  onRemove: () => void
}

function Range({ day, range, problem, onChange, onRemove }: RangeProps) {
  const { chat } = useSettingsWords()
  const text = (r: OfficeRange) => chat.range(timeText(r.start), timeText(r.end))
  const wrong =
    problem === null
      ? null
      : problem.code === 'range_empty'
        ? chat.empty
        : problem.with
          ? chat.overlaps(text(problem.with))
          : chat.overlapsSome
  return (
    <div class="range-box">
      <span class={`range${wrong === null ? '' : ' wrong'}`}>
        <TimeField
          label={chat.from(day)}
          minutes={range.start}
          wrong={wrong !== null}
          onValue={(start) => onChange({ ...range, start })}
        />
        <span class="text-3" aria-hidden="true">
          –
        </span>
        <TimeField
          label={chat.to(day)}
          end
          minutes={range.end}
          wrong={wrong !== null}
          onValue={(end) => onChange({ ...range, end })}
        />
        {runsOver(range) && (
          <span class="over" title={chat.nextDayLong}>
            {chat.nextDay}
            <span class="hidden-text">, {chat.nextDayLong}</span>
          </span>
        )}
        <button
          type="button"
          class="button icon-only"
          aria-label={chat.remove(text(range), day)}
          onClick={(event) => {
            catchFocus(event.currentTarget.closest('.day-row'), '.day-actions button')
            onRemove()
          }}
        >
          <Icon name="cross" small />
        </button>
      </span>
      {wrong !== null && <Problem id={`${day}-${range.start}-${range.end}`} text={wrong} />}
    </div>
  )
}

type TimeProps = { label: string; minutes: number; end?: boolean; wrong: boolean; onValue: (minutes: number) => void }
const step = 15

/** A time as text: read when the field is left or Enter is pressed; arrow keys move it by a quarter of an hour. */
function TimeField({ label, minutes, end = false, wrong, onValue }: TimeProps) {
  const { chat } = useSettingsWords()
  const [text, setText] = useState(timeText(minutes))
  useEffect(() => setText(timeText(minutes)), [minutes])
  const read = parseTime(text, end)
  const take = (next: number | null) => {
    if (next === null) return
    setText(timeText(next))
    if (next !== minutes) onValue(next)
  }
  return (
    <input
      value={text}
      inputMode="numeric"
      maxLength={8}
      aria-label={label}
      aria-invalid={wrong || read === null ? true : undefined}
      title={read === null ? chat.badTime : undefined}
      onInput={(event) => setText(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={() => (read === null ? setText(timeText(minutes)) : take(read))}
      onKeyDown={(event) => {
        const move = event.key === 'ArrowUp' ? step : event.key === 'ArrowDown' ? -step : 0
        if (event.key === 'Enter') take(read)
        else if (move !== 0) take((Math.round(((read ?? minutes) + move) / step) * step + 1440) % 1440)
        else return
        event.preventDefault()
      }}
    />
  )
}
