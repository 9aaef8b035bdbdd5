import { useId } from 'preact/hooks'
import type { ListChoice } from '../../protocol/list-filter.ts'
import { marketingKinds } from '../../protocol/list-names.ts'
import { useScreen } from '../desk-screen.ts'
import { useWords } from '../page.ts'

type Props = { choice: ListChoice; change: (part: Partial<ListChoice>) => void }

/** M-4: the campaign or flow that brought a ticket; not shown while there is none. */
export function CampaignField({ choice, change }: Props) {
  const { filters } = useWords()
  const { desk } = useScreen()
  const id = useId()
  const { campaign } = choice
  const campaigns = desk.filterNames.names.value?.campaigns ?? []
  if (campaigns.length === 0 && !campaign) return null
  const titles = { campaign: filters.campaigns, flow: filters.flows }
  return (
    <div class="field">
      <label for={id}>{filters.campaign}</label>
      <select
        id={id}
        class="select"
        value={campaign ? `${campaign.kind}:${campaign.name}` : ''}
        onChange={(event) => {
          const { value } = event.currentTarget
          change({ campaign: campaigns.find((one) => `${one.kind}:${one.name}` === value) ?? null })
        }}
      >
        <option value="">{filters.anyCampaign}</option>
        {marketingKinds.map((kind) => {
          const of = campaigns.filter((one) => one.kind === kind)
          if (of.length === 0) return null
          return (
            <optgroup key={kind} label={titles[kind]}>
              {of.map(({ name }) => (
                <option key={name} value={`${kind}:${name}`}>
                  {name}
                </option>
              ))}
            </optgroup>
          )
        })}
      </select>
    </div>
  )
}
