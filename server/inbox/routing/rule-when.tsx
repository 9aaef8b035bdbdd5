import { channelNames } from '../../protocol/channel.ts'
import type { RoutingRule } from '../../protocol/routing.ts'
import { TextSetting } from '../settings/form-parts.tsx'
import { PriorityChoice } from './priority-choice.tsx'
import { useRoutingWords } from './routing-words.ts'
import { Several } from './several.tsx'
import { languages, useNames } from './use-names.ts'

/** As the form holds it: lists that are typed stay as they were typed. */
export type When = Omit<RoutingRule['when'], 'segments' | 'words'> & { segments: string; words: string }

export function RuleWhen({ when, onWhen }: { when: When; onWhen: (when: When) => void }) {
  const { editor } = useRoutingWords()
  const names = useNames()
  const known = when.languages.filter((code) => !languages.some((one) => one === code))
  const codes: string[] = [...languages, ...known]
  const byName = (a: { label: string }, b: { label: string }) => a.label.localeCompare(b.label)
  return (
    <fieldset class="rule-part">
      <legend>{editor.when}</legend>
      <p class="help">{editor.whenHelp}</p>
      <div class="rule-fields">
        <Several
          label={editor.channels}
          choices={channelNames.map((key) => ({ key, label: names.channel[key] }))}
          chosen={when.channels}
          onChosen={(channels) => onWhen({ ...when, channels })}
        />
        <Several
          label={editor.tags}
          choices={names.tags.map(({ id, name }) => ({ key: id, label: name }))}
          chosen={when.tags}
          onChosen={(tags) => onWhen({ ...when, tags })}
        />
        <Several
          label={editor.languages}
          choices={codes.map((key) => ({ key, label: names.language(key) })).toSorted(byName)}
          chosen={when.languages}
          onChosen={(chosen) => onWhen({ ...when, languages: chosen })}
        />
        <PriorityChoice
          label={editor.priority}
          none={editor.anything}
          priority={when.priority}
          onPriority={(priority) => onWhen({ ...when, priority })}
        />
      </div>
      <TextSetting
        label={editor.segments}
        help={editor.segmentsHelp}
        value={when.segments}
        max={1_000}
        onValue={(segments) => onWhen({ ...when, segments })}
      />
      <TextSetting
        label={editor.words}
        help={editor.wordsHelp}
        value={when.words}
        max={1_000}
        onValue={(words) => onWhen({ ...when, words })}
      />
    </fieldset>
  )
}
