import type { OfficeHours, SettingsProblem } from '../../protocol/settings.ts'
import { useSettingsWords } from './settings-words.ts'
import { Icon } from '../parts/icon.tsx'
import { catchFocus } from '../parts/lost-focus.ts'
import { Problem } from './form-parts.tsx'
import type { FieldProblem } from './settings-check.ts'

type Holidays = OfficeHours['holidays']
type Props = {
  holidays: Holidays
  problems: readonly SettingsProblem[]
  local: ReadonlyMap<string, FieldProblem>
  onChange: (holidays: Holidays) => void
}

/** W-7: dates on which the desk stays closed all day, with a name for the team. */
export function HolidaysEditor({ holidays, problems, local, onChange }: Props) {
  const words = useSettingsWords()
  const { chat, settings } = words
  return (
    <section class="holidays" aria-label={chat.holidays}>
      <h3>{chat.holidays}</h3>
      <p class="help">{chat.holidaysHelp}</p>
      {holidays.map((holiday, i) => {
        const path = `webChat.officeHours.holidays.${i}.date`
        const repeated = problems.some((p) => p.path === path && p.code === 'date_repeated')
        const wrong = local.has(path) ? settings.missing : repeated ? chat.repeated : null
        const change = (part: Partial<Holidays[number]>) => onChange(holidays.with(i, { ...holiday, ...part }))
        return (
          <div key={i} class="holiday">
            <input
              class="input"
              type="date"
              value={holiday.date}
              aria-label={chat.holidayDate}
              aria-invalid={wrong === null ? undefined : true}
              aria-describedby={wrong === null ? undefined : `holiday-${i}`}
              onInput={(event) => change({ date: event.currentTarget.value })}
            />
            <input
              class="input"
              value={holiday.name}
              maxLength={80}
              placeholder={chat.holidayNamePlaceholder}
              aria-label={chat.holidayName}
              onInput={(event) => change({ name: event.currentTarget.value })}
            />
            <button
              type="button"
              class="button icon-only"
              aria-label={chat.removeHoliday(holiday.name || holiday.date)}
              onClick={(event) => {
                catchFocus(event.currentTarget.closest('.holidays'), ':scope > button')
                onChange(holidays.toSpliced(i, 1))
              }}
            >
              <Icon name="cross" small />
            </button>
            {wrong !== null && <Problem id={`holiday-${i}`} text={wrong} />}
          </div>
        )
      })}
      <button type="button" class="button line small" onClick={() => onChange([...holidays, { date: '', name: '' }])}>
        <Icon name="plus" small />
        {chat.addHoliday}
      </button>
    </section>
  )
}
