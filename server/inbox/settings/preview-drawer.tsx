import { useMemo } from 'preact/hooks'
import type { AccentTokens } from '../../protocol/accent.ts'
import type { Settings } from '../../protocol/settings.ts'
import type { Previewed } from '../api.ts'
import { usePage } from '../page.ts'
import { useSettingsWords } from './settings-words.ts'
import { Icon } from '../parts/icon.tsx'
import { themeValues } from './theme-values.ts'

type Moment = Previewed['moments'][number]
type Props = { draft: Settings; accent: AccentTokens; dark: boolean; moment: Moment | null }

/**
 * A drawing of bubble, launcher and drawer, with the merchant's colour as it will be corrected. Nothing in it can be
 * used, so it is one picture to a screen reader.
 */
export function PreviewDrawer({ draft, accent, dark, moment }: Props) {
  const words = useSettingsWords()
  const { clock, moments } = usePage()
  const { preview } = words
  const { general, hub, webChat } = draft
  const chat = webChat.visibility === 'signed_in'
  const values = useMemo(() => themeValues(document.styleSheets, dark ? 'dark' : 'light'), [dark])
  const open = moment?.open ?? false
  const hasHours = moment !== null && (moment.open || moment.changesAt !== null)
  const changes =
    moment?.changesAt == null ? null : moments.value.until(moment.changesAt, clock.now(), general.timeZone)
  const links = [general.termsUrl && preview.termsLink, general.privacyUrl && preview.privacyLink].filter(Boolean)
  const [first, second] = links
  if (!hub.on) return null
  return (
    <div
      class="stage"
      data-theme={dark ? 'dark' : 'light'}
      role="img"
      aria-label={`${preview.drawer}: ${general.shopName}. ${chat ? webChat.welcome : preview.chatOff}`}
      style={{ ...values, ...accent }}
    >
      <div class="drawn-drawer" aria-hidden="true">
        <div class="drawn-head">
          <b class="cut">{general.shopName}</b>
          {hasHours && chat && (
            <span class="small-text">
              <span class={`dot ${open ? 'ok' : 'away'}`} />
              {open ? preview.here : preview.away}
            </span>
          )}
          <Icon name="cross" />
        </div>
        <div class="drawn-body">
          {chat ? (
            <>
              <p class="drawn-welcome" dir="auto">
                {webChat.welcome}
              </p>
              {hasHours && changes && (
                <span class="chip">
                  <Icon name="clock" />
                  {open ? preview.open(changes) : preview.opensAt(changes)}
                </span>
              )}
            </>
          ) : (
            <p class="text-3">{preview.chatOff}</p>
          )}
        </div>
        {chat && (
          <>
            {first && <p class="drawn-terms">{second ? preview.terms(first, second) : preview.oneLink(first)}</p>}
            <div class="drawn-field">
              <span>{preview.write}</span>
              <Icon name="smile" />
              <span class="drawn-send">
                <Icon name="send" small />
              </span>
            </div>
          </>
        )}
        <div class="drawn-tabs">
          <span>
            <Icon name="home" />
            {preview.home}
          </span>
          <span>
            <Icon name="parcel" />
            {preview.orders}
          </span>
          {chat && (
            <span class="on">
              <Icon name="chat" />
              {preview.chat}
            </span>
          )}
        </div>
      </div>
      {hub.launcher && (
        <div class="drawn-corner" aria-hidden="true">
          {chat && webChat.welcome && (
            <div class="drawn-bubble">
              <span class="small-text text-3 cut">{general.shopName}</span>
              <span dir="auto">{webChat.welcome}</span>
            </div>
          )}
          <span class="drawn-launcher">
            <Icon name="chat" />
          </span>
        </div>
      )}
    </div>
  )
}
