import { Dialog } from '../../parts/dialog.tsx'
import { Icon } from '../../parts/icon.tsx'
import { useCopy } from '../../parts/use-copy.ts'
import { useSettingsWords } from '../settings-words.ts'

/** What a webhook's messages are signed with, the one time that it is shown. */
export function SecretDialog({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { webhooks: said } = useSettingsWords()
  const copy = useCopy()
  return (
    <Dialog title={said.secretTitle} onClose={onClose} wide>
      <p class="text-2">{said.secretText}</p>
      <div class="with-button">
        <input
          class="input mono"
          readOnly
          value={secret}
          aria-label={said.secretTitle}
          onFocus={(event) => event.currentTarget.select()}
        />
        <button type="button" class="button line" onClick={() => void copy(secret)}>
          <Icon name="copy" small />
          {said.copy}
        </button>
      </div>
      <footer>
        <button type="button" class="button solid" onClick={onClose}>
          {said.done}
        </button>
      </footer>
    </Dialog>
  )
}
