import type { CustomerCard } from '../../protocol/ticket.ts'
import { useScreen } from '../desk-screen.ts'
import { usePage, useWords } from '../page.ts'
import { Icon } from '../parts/icon.tsx'
import { type Choice, Picker } from '../parts/picker.tsx'
import { knownLanguages, languageName, localTime } from './customer-facts.ts'

/** D-1, R-11: which language somebody speaks and where they are, changed where it stands. */
export function CustomerPlace({ customer }: { customer: CustomerCard }) {
  const { details, customerEdit: said } = useWords()
  const page = usePage()
  const { desk } = useScreen()
  const { clock } = page
  const moments = page.moments.value
  const { locale, timeZone } = customer
  const keep = async (change: { language: string | null } | { timeZone: string | null }) => {
    if (await desk.done(desk.link.ask('customer.edit', { customer: customer.id, ...change })))
      page.toasts.say(said.saved)
  }
  const languages = knownLanguages(locale)
    .map((tag) => ({ key: tag, label: languageName(tag, moments.locale), chosen: tag === locale }))
    .toSorted((a, b) => a.label.localeCompare(b.label, moments.locale))
  const zones = Intl.supportedValuesOf('timeZone').map((zone) => ({
    key: zone,
    label: zone.replaceAll('_', ' '),
    chosen: zone === timeZone,
  }))
  return (
    <>
      <Line
        name={details.locale}
        shown={locale && languageName(locale, moments.locale)}
        change={said.language}
        search={said.searchLanguages}
        choices={languages}
        onPick={(language) => void keep({ language })}
      />
      <Line
        name={details.localTime}
        shown={timeZone && localTime(timeZone, clock.tick.value, moments)}
        change={said.timeZone}
        search={said.searchZones}
        choices={zones}
        onPick={(zone) => void keep({ timeZone: zone })}
      />
    </>
  )
}

type LineProps = {
  name: string
  shown: string | null
  change: string
  search: string
  choices: readonly Choice[]
  onPick: (key: string | null) => void
}

const nobodyKnows = ''

function Line({ name, shown, change, search, choices, onPick }: LineProps) {
  const { customerEdit: said } = useWords()
  return (
    <div>
      <dt>{name}</dt>
      <dd class="digits" title={shown ?? undefined}>
        <span class={`cut${shown === null ? ' text-3' : ''}`}>{shown ?? said.notKnown}</span>
        <Picker
          kind="button icon-only small"
          label={change}
          title={change}
          placeholder={search}
          nothing={said.noneFound}
          groups={[{ choices: [{ key: nobodyKnows, label: said.notKnown, chosen: shown === null }] }, { choices }]}
          onPick={(key) => onPick(key === nobodyKnows ? null : key)}
          button={<Icon name="pencil" small />}
        />
      </dd>
    </div>
  )
}
