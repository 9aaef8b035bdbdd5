import { useScreen } from '../desk-screen.ts'
import { useWords } from '../page.ts'
import { Icon } from '../parts/icon.tsx'

/** No connection, or another version of the page: said across the top, with what to do about it. */
export function WireBanner() {
  const words = useWords()
  const { desk } = useScreen()
  const state = desk.link.state.value
  const waiting = desk.waiting.value
  return (
    <div class="across" role="status">
      {state === 'offline' && (
        <div class="banner warn">
          <Icon name="cloudOff" small />
          <span>{waiting > 0 ? words.wire.waiting(waiting) : words.wire.lost}</span>
          <button type="button" class="link" onClick={() => desk.link.hurry()}>
            {words.wire.tryNow}
          </button>
        </div>
      )}
      {state === 'version' && (
        <div class="banner warn">
          <Icon name="info" small />
          <span>{words.wire.version}</span>
          <button type="button" class="link" onClick={() => location.reload()}>
            {words.wire.reload}
          </button>
        </div>
      )}
    </div>
  )
}
