import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import { type Role, roles } from '../../protocol/role.ts'
import { useScreen } from '../desk-screen.ts'
import { looksLikeEmail } from '../door/fields.tsx'
import { sayRefused, usePage } from '../page.ts'
import { useSettingsWords } from './settings-words.ts'
import { CopyDialog } from '../parts/copy-dialog.tsx'
import { Icon } from '../parts/icon.tsx'
import { Block } from './form-parts.tsx'

/** Makes a link for a new member; it is shown once, and whoever made it sends it. */
export function Invite({ onMade }: { onMade: () => void }) {
  const words = useSettingsWords()
  const page = usePage()
  const { desk } = useScreen()
  const { members: said } = words
  const id = useId()
  const email = useSignal('')
  const role = useSignal<Role>('support')
  const wrong = useSignal(false)
  const made = useSignal<{ email: string; link: string } | null>(null)
  const invite = async () => {
    wrong.value = !looksLikeEmail(email.peek())
    if (wrong.peek()) return
    const answer = await page.api.invite(email.peek().trim(), role.peek())
    if (!answer.ok) return sayRefused(page, answer)
    made.value = { email: answer.invitation.email, link: answer.link }
    email.value = ''
    onMade()
  }
  return (
    <Block title={said.invite} text={said.inviteText}>
      <form
        class="invite"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void invite()
        }}
      >
        <div class="field">
          <label for={id}>{said.email}</label>
          <input
            id={id}
            class="input"
            type="email"
            autocomplete="off"
            value={email.value}
            aria-invalid={wrong.value || undefined}
            aria-describedby={wrong.value ? `${id}-wrong` : undefined}
            onInput={(event) => {
              email.value = event.currentTarget.value
            }}
          />
          {wrong.value && (
            <p class="error" id={`${id}-wrong`}>
              <Icon name="warning" small />
              {words.door.emailBad}
            </p>
          )}
        </div>
        <div class="field">
          <label for={`${id}-role`}>{said.role}</label>
          <select
            id={`${id}-role`}
            class="select"
            value={role.value}
            aria-describedby={`${id}-help`}
            onChange={(event) => {
              role.value = roles.find((one) => one === event.currentTarget.value) ?? 'support'
            }}
          >
            {roles
              .filter((one) => one !== 'owner' || desk.me.value.role === 'owner')
              .map((one) => (
                <option key={one} value={one}>
                  {words.role[one]}
                </option>
              ))}
          </select>
        </div>
        <button type="submit" class="button solid">
          {said.make}
        </button>
        <p class="help" id={`${id}-help`}>
          {words.role[role.value]}: {said.roleHelp[role.value]}
        </p>
      </form>
      {made.value && <LinkDialog {...made.value} onClose={() => (made.value = null)} />}
    </Block>
  )
}

function LinkDialog({ email, link, onClose }: { email: string; link: string; onClose: () => void }) {
  const { members: said } = useSettingsWords()
  return (
    <CopyDialog
      title={said.linkTitle(email)}
      text={said.linkText}
      value={link}
      copyLabel={said.copy}
      done={said.done}
      onClose={onClose}
    />
  )
}
