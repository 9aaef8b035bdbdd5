import './automation.css'
import { useId } from 'preact/hooks'
import { remoteChannels } from '../../protocol/channel.ts'
import type { Settings } from '../../protocol/settings.ts'
import { topics } from '../../protocol/topics.ts'
import { languageCodes, languages } from '../language.ts'
import { Block, SwitchSetting } from './form-parts.tsx'
import type { SettingsDraft } from './settings-draft.ts'
import { useSettingsWords } from './settings-words.ts'

type Props = { form: SettingsDraft; draft: Settings }

/** S-8, D-5: what the desk makes of the words of a message by itself. */
export function Automation({ form, draft }: Props) {
  const words = useSettingsWords()
  const { automation } = words
  const id = useId()
  const { scanner, tagging } = draft
  const tag = (part: Partial<Settings['tagging']>) =>
    form.edit((now) => ({ ...now, tagging: { ...now.tagging, ...part } }))
  return (
    <>
      <Block title={automation.spam} text={automation.spamHelp}>
        <div class="auto-ticks" role="group" aria-label={automation.spam}>
          {remoteChannels.map((channel) => (
            <label key={channel} class="auto-tick">
              <input
                type="checkbox"
                checked={scanner[channel]}
                onChange={({ currentTarget: { checked } }) =>
                  form.edit((now) => ({ ...now, scanner: { ...now.scanner, [channel]: checked } }))
                }
              />
              {automation.scan(words.channel[channel])}
            </label>
          ))}
        </div>
      </Block>
      <Block title={automation.tags} text={automation.tagsHelp}>
        <SwitchSetting label={automation.on} help={automation.onHelp} on={tagging.on} onChange={(on) => tag({ on })} />
        <div class="field">
          <label for={id}>{automation.names}</label>
          <select
            id={id}
            class="select"
            value={tagging.language}
            aria-describedby={`${id}-help`}
            onChange={({ currentTarget: { value } }) =>
              tag({ language: value === 'de' || value === 'pt' ? value : 'en' })
            }
          >
            {languageCodes.map((language) => (
              <option key={language} value={language}>
                {languages[language]}
              </option>
            ))}
          </select>
          <p class="help" id={`${id}-help`}>
            {automation.namesHelp}
          </p>
        </div>
        <fieldset class="auto-ticks" disabled={!tagging.on}>
          <legend>{automation.topicsHelp}</legend>
          {topics.map((topic) => (
            <label key={topic} class="auto-tick">
              <input
                type="checkbox"
                checked={!tagging.off.includes(topic)}
                onChange={({ currentTarget: { checked } }) =>
                  tag({
                    off: topics.filter((one) => (one === topic ? !checked : tagging.off.includes(one))),
                  })
                }
              />
              {automation.topic[topic]}
            </label>
          ))}
        </fieldset>
      </Block>
    </>
  )
}
