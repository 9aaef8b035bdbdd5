import { useEffect, useId, useRef } from 'preact/hooks'
import { channelNames } from '../../protocol/channel.ts'
import type { ListChoice } from '../../protocol/list-filter.ts'
import { readFilters } from '../../protocol/list-names.ts'
import type { ViewName } from '../../protocol/views.ts'
import { useScreen } from '../desk-screen.ts'
import { useWords } from '../page.ts'
import { ChannelIcon, Icon } from '../parts/icon.tsx'
import { AssigneeField } from './assignee-field.tsx'
import { CampaignField } from './campaign-field.tsx'

type Props = { view: ViewName; choice: ListChoice; change: (part: Partial<ListChoice>) => void }

/** S-6: every filter, as a plain form whose first field takes the focus. */
export function FilterFields({ view, choice, change }: Props) {
  const words = useWords()
  const { desk } = useScreen()
  const id = useId()
  const first = useRef<HTMLInputElement>(null)
  const { filters } = words
  useEffect(() => first.current?.focus(), [])
  return (
    <>
      <fieldset>
        <legend>{filters.channel}</legend>
        <div class="tick-grid">
          {channelNames.map((name, at) => (
            <label key={name} class="tick">
              <input
                ref={at === 0 ? first : null}
                type="checkbox"
                checked={choice.channels.includes(name)}
                onChange={(event) => {
                  const ticked = event.currentTarget.checked
                  change({
                    channels: channelNames.filter((c) => (c === name ? ticked : choice.channels.includes(c))),
                  })
                }}
              />
              <ChannelIcon channel={name} />
              {words.channel[name]}
            </label>
          ))}
        </div>
      </fieldset>
      {view !== 'mine' && view !== 'unassigned' && <AssigneeField choice={choice} change={change} />}
      <Tags choice={choice} change={change} />
      <CampaignField choice={choice} change={change} />
      <div class="field">
        <label for={`${id}-read`}>{filters.read}</label>
        <select
          id={`${id}-read`}
          class="select"
          value={choice.read}
          onChange={(event) => {
            const read = readFilters.find((one) => one === event.currentTarget.value)
            if (read) change({ read })
          }}
        >
          <option value="any">{filters.readAny}</option>
          <option value="unread">{filters.unreadOnly}</option>
          <option value="read">{filters.readOnly}</option>
        </select>
      </div>
      <label class="tick">
        <input
          type="checkbox"
          checked={choice.priority === 'high'}
          onChange={(event) => change({ priority: event.currentTarget.checked ? 'high' : 'any' })}
        />
        <Icon name="flag" small />
        {filters.highOnly}
      </label>
      {desk.filterNames.failed.value && <p class="error">{filters.failed}</p>}
    </>
  )
}

function Tags({ choice, change }: Pick<Props, 'choice' | 'change'>) {
  const { filters } = useWords()
  const { desk } = useScreen()
  const tags = desk.filterNames.names.value?.tags ?? []
  return (
    <fieldset>
      <legend>{filters.tag}</legend>
      {tags.length === 0 ? (
        <p class="help">{filters.noTags}</p>
      ) : (
        <>
          {tags.length > 1 && <p class="help">{filters.tagHelp}</p>}
          <div class="tick-grid tags">
            {tags.map(({ id, name }) => (
              <label key={id} class="tick">
                <input
                  type="checkbox"
                  checked={choice.tags.includes(id)}
                  onChange={(event) => {
                    const others = choice.tags.filter((other) => other !== id)
                    change({ tags: event.currentTarget.checked ? [...others, id].slice(-20) : others })
                  }}
                />
                <bdi class="cut">{name}</bdi>
              </label>
            ))}
          </div>
        </>
      )}
    </fieldset>
  )
}
