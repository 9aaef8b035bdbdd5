import './preferences-page.css'
import { channelNames } from '../../protocol/channel.ts'
import { messageNews } from '../../protocol/own-choices.ts'
import { useScreen } from '../desk-screen.ts'
import { useWords } from '../page.ts'
import { Icon } from '../parts/icon.tsx'
import { ChannelTicks } from './channel-ticks.tsx'
import { Block, SwitchSetting } from './form-parts.tsx'
import { OwnName } from './own-name.tsx'
import { useChoose } from './use-choose.ts'
import { BrowserSetting } from './browser-setting.tsx'

/** D-9: what every agent chooses for themselves. Whatever is changed here holds at once, in all their tabs. */
export function PreferencesPage() {
  const { preferences: said } = useWords()
  const { keysOpen, desk } = useScreen()
  const choose = useChoose()
  const chosen = desk.preferences.now.value
  return (
    <main class="settings-main" id="settings" tabIndex={-1}>
      <div class="scroll" tabIndex={0} role="group" aria-label={said.title}>
        <div class="sheet">
          <h1>{said.title}</h1>
          <p class="text-2">{said.lead}</p>
          <OwnName />
          <Block title={said.notices} text={said.never}>
            <p class="label" aria-hidden="true">
              {said.messages}
            </p>
            <div class="choices stacked" role="radiogroup" aria-label={said.messages}>
              {messageNews.map((messages) => (
                <label key={messages}>
                  <input
                    class="radio"
                    type="radio"
                    name="messages"
                    checked={chosen.messages === messages}
                    onChange={() => choose({ messages })}
                  />
                  <span>{said.messagesOf[messages]}</span>
                </label>
              ))}
            </div>
            {chosen.messages !== 'none' && (
              <ChannelTicks
                label={said.channels}
                help={said.channelsHelp}
                none={said.allQuiet}
                chosen={channelNames.filter((name) => !chosen.quietChannels.includes(name))}
                onChange={(heard) => choose({ quietChannels: channelNames.filter((name) => !heard.includes(name)) })}
              />
            )}
            <SwitchSetting
              label={said.mentions}
              help={said.mentionsHelp}
              on={chosen.mentions}
              onChange={(mentions) => choose({ mentions })}
            />
            <BrowserSetting />
            <SwitchSetting
              label={said.sound}
              help={said.soundHelp}
              on={chosen.sound}
              onChange={(sound) => {
                // Whoever switches it on hears what they get.
                if (sound) desk.ways.bell.ring()
                choose({ sound })
              }}
            />
            {chosen.sound && (
              <div class="allowed">
                <button type="button" class="button line small" onClick={() => desk.ways.bell.ring()}>
                  <Icon name="bell" small />
                  {said.listen}
                </button>
              </div>
            )}
          </Block>
          <Block title={said.keyboard}>
            <SwitchSetting
              label={said.singleKeys}
              help={said.singleKeysHelp}
              on={chosen.singleKeys}
              onChange={(singleKeys) => choose({ singleKeys })}
            />
            <div class="allowed">
              <button type="button" class="button line small" onClick={() => (keysOpen.value = true)}>
                <Icon name="keyboard" small />
                {said.allKeys}
              </button>
            </div>
          </Block>
        </div>
      </div>
    </main>
  )
}
