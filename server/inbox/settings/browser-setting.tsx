import { useScreen } from '../desk-screen.ts'
import { useWords } from '../page.ts'
import { Icon } from '../parts/icon.tsx'
import { SwitchSetting } from './form-parts.tsx'
import { useChoose } from './use-choose.ts'

/**
 * D-9: the browser's notifications. The choice is the agent's and holds everywhere, the leave is this browser's: what it
 * says stands beneath, and it is asked by a click only.
 */
export function BrowserSetting() {
  const { preferences: said, news } = useWords()
  const { desk } = useScreen()
  const choose = useChoose()
  const { notices } = desk.ways
  const { browser } = desk.preferences.now.value
  const permission = notices.permission.value
  const example = { title: news.example, body: news.exampleText, ticket: 'example', onClick: () => {} }
  return (
    <>
      <SwitchSetting
        label={said.browser}
        help={said.browserHelp}
        on={browser}
        onChange={(on) => {
          choose({ browser: on })
          if (on && permission === 'not_asked') void notices.ask()
        }}
      />
      {browser && (
        <div class="allowed" role="status">
          {permission === 'granted' && (
            <>
              <span class="text-2">
                <Icon name="check" small /> {said.granted}
              </span>
              <button type="button" class="button line small" onClick={() => notices.show(example)}>
                {said.tryIt}
              </button>
            </>
          )}
          {permission === 'not_asked' && (
            <>
              <span class="text-2">{said.notAsked}</span>
              <button type="button" class="button line small" onClick={() => void notices.ask()}>
                {said.allow}
              </button>
            </>
          )}
          {(permission === 'blocked' || permission === 'missing') && (
            <p class="banner warn">
              <Icon name="warning" small />
              <span>{said[permission]}</span>
            </p>
          )}
        </div>
      )}
    </>
  )
}
