import { CopyDialog } from '../../parts/copy-dialog.tsx'
import { useSettingsWords } from '../settings-words.ts'

/** What a webhook's messages are signed with, the one time that it is shown. */
export function SecretDialog({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { webhooks: said } = useSettingsWords()
  return (
    <CopyDialog
      title={said.secretTitle}
      text={said.secretText}
      value={secret}
      copyLabel={said.copy}
      done={said.done}
      onClose={onClose}
    />
  )
}
