import type { Settings } from '../../protocol/settings.ts'
import { routeUrl } from '../route.ts'
import { Block, TextSetting } from './form-parts.tsx'
import type { FieldProblem } from './settings-check.ts'
import { useSettingsWords } from './settings-words.ts'

type Props = { draft: Settings; problem: FieldProblem | undefined; onFrom: (address: string) => void }

/** W-10: where the follow-up mail comes from. */
export function FollowUpBlock({ draft: { webChat, email }, problem, onFrom }: Props) {
  const { byItself: said, channel } = useSettingsWords()
  const [first] = email.mailboxes
  return (
    <Block title={said.followUp} text={said.followUpText}>
      {(!email.on || first === undefined) && (
        <p class="banner">
          {said.needsMail} <a href={routeUrl({ page: 'settings', section: 'email' })}>{channel.email}</a>
        </p>
      )}
      <TextSetting
        label={said.from}
        max={254}
        value={webChat.followUpFrom}
        help={said.fromHelp(first?.address ?? '')}
        problem={problem}
        onValue={(address) => onFrom(address.trim())}
      />
    </Block>
  )
}
