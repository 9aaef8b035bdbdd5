import './preview.css'
import { useSignal } from '@preact/signals'
import { useEffect, useId } from 'preact/hooks'
import type { Settings } from '../../protocol/settings.ts'
import { fieldMoment, pickedMoment } from '../conversation/snooze-offers.ts'
import { usePage } from '../page.ts'
import { useSettingsWords } from './settings-words.ts'
import { Icon } from '../parts/icon.tsx'
import { themeIcons } from '../shell/account-menu.tsx'
import { PreviewDrawer } from './preview-drawer.tsx'
import { sameDay } from '../wall-time.ts'
import { otherMoments } from './preview-moments.ts'
import type { SettingsPreview } from './settings-preview.ts'
import { zoneOr } from './zone.ts'

type Props = { draft: Settings; preview: SettingsPreview }
type Choice = 'now' | 'tonight' | 'sunday' | { at: number }

/** What a customer would get now and at other moments, and how the hub would look; beside the form, before saving. */
export function Preview({ draft, preview }: Props) {
  const words = useSettingsWords()
  const { clock, moments } = usePage()
  const choice = useSignal<Choice>('now')
  const dark = useSignal(false)
  const zone = zoneOr(draft.general.timeZone, moments.value.zone)
  // To the minute, so that the clock's ticks do not ask again and again.
  const now = Math.floor(clock.tick.value / 60_000) * 60_000
  const [tonight, sunday] = otherMoments(now, zone)
  const picked = choice.value
  const at = picked === 'now' ? now : picked === 'tonight' ? tonight : picked === 'sunday' ? sunday : picked.at

  useEffect(() => preview.ask(draft, [at]), [preview, draft, at])

  const shown = preview.shown.value
  const { preview: said } = words
  return (
    <aside class="preview" aria-label={said.title}>
      <header>
        <h2>{said.title}</h2>
        <div class="segments" role="group" aria-label={said.theme}>
          {([false, true] as const).map((on) => (
            <button
              key={String(on)}
              type="button"
              class="button"
              aria-pressed={dark.value === on}
              onClick={() => {
                dark.value = on
              }}
            >
              <Icon name={themeIcons[on ? 'dark' : 'light']} small />
              {on ? words.nav.dark : words.nav.light}
            </button>
          ))}
        </div>
      </header>
      <section class="answer" aria-label={said.moment}>
        <MomentChoice
          zone={zone}
          now={now}
          choice={picked}
          moments={{ tonight, sunday }}
          onChoose={(next) => {
            choice.value = next
          }}
        />
        <Answer draft={draft} preview={preview} now={picked === 'now'} zone={zone} />
      </section>
      {shown && (
        <PreviewDrawer
          draft={draft}
          accent={shown.accent[dark.value ? 'dark' : 'light']}
          dark={dark.value}
          moment={shown.moments[0] ?? null}
        />
      )}
    </aside>
  )
}

type MomentProps = {
  zone: string
  now: number
  choice: Choice
  moments: { tonight: number; sunday: number }
  onChoose: (choice: Choice) => void
}

function MomentChoice({ zone, now, choice, moments: others, onChoose }: MomentProps) {
  const { preview } = useSettingsWords()
  const { moments } = usePage()
  const id = useId()
  const own = typeof choice === 'object'
  const button = (name: 'now' | 'tonight' | 'sunday', text: string) => (
    <button type="button" class="button" aria-pressed={choice === name} onClick={() => onChoose(name)}>
      {text}
    </button>
  )
  return (
    <>
      <div class="segments" role="group" aria-label={preview.moment}>
        {button('now', preview.now)}
        {button(
          'tonight',
          sameDay(others.tonight, now, zone) ? preview.tonight : moments.value.weekdayOf(others.tonight, zone),
        )}
        {button('sunday', moments.value.weekdayOf(others.sunday, zone))}
        <button type="button" class="button" aria-pressed={own} onClick={() => onChoose({ at: now })}>
          {preview.other}
        </button>
      </div>
      {own && (
        <div class="field">
          <label class="help" for={id}>
            {preview.pick}
          </label>
          <input
            id={id}
            class="input"
            type="datetime-local"
            value={fieldMoment(choice.at, zone)}
            onInput={(event) => {
              const at = pickedMoment(event.currentTarget.value, zone)
              if (at !== null) onChoose({ at })
            }}
          />
        </div>
      )}
    </>
  )
}

/** W-8, W-2: the answer of the rule book, in a sentence. */
function Answer({ draft, preview, now, zone }: Props & { now: boolean; zone: string }) {
  const words = useSettingsWords()
  const { moments } = usePage()
  const { preview: said, chat } = words
  const moment = preview.shown.value?.moments[0]
  if (preview.failed.value) return <p class="text-3">{said.failed}</p>
  if (!draft.hub.on) return <p>{said.hubOff}</p>
  if (draft.webChat.visibility === 'nobody') return <p>{said.chatOff}</p>
  if (!moment) return null
  const when = moments.value.weekdayTime(moment.at, zone)
  const kind = moment.reply === 'during' ? chat.during : moment.reply === 'outside' ? chat.outside : said.nothing
  return (
    <div aria-live="polite">
      <p>
        {now ? said.rightNow(when) : said.atMoment(when)} <b>{kind}</b>
        {moment.reply === 'none' ? '.' : ':'}
      </p>
      {moment.reply !== 'none' && <blockquote dir="auto">{moment.text}</blockquote>}
    </div>
  )
}
