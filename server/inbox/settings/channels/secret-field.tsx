import { useSignal } from '@preact/signals'
import { useId, useRef } from 'preact/hooks'
import type { SecretName } from '../../../protocol/channel-secrets.ts'
import { TextField } from '../../door/fields.tsx'
import { sayRefused, usePage, useWords } from '../../page.ts'
import { Confirm } from '../../parts/dialog.tsx'
import { Icon } from '../../parts/icon.tsx'
import { catchFocus } from '../../parts/lost-focus.ts'
import { Block } from '../form-parts.tsx'
import { useChannelWords } from './channel-words.ts'
import type { Secrets } from './secrets.ts'

/** The credentials of a channel: whether each is there, and the ways to put in another. */
export function SecretFields({ secrets, names }: { secrets: Secrets; names: readonly SecretName[] }) {
  const words = useWords()
  const said = useChannelWords()
  return (
    <Block title={said.credentials} text={said.credentialsText}>
      {secrets.failed.value ? (
        <div class="banner danger">
          <Icon name="warning" small />
          <span>{said.secretsFailed}</span>
          <button type="button" class="link" onClick={() => void secrets.load()}>
            {words.tryAgain}
          </button>
        </div>
      ) : (
        <ul class="secrets">
          {names.map((name) => (
            <SecretField key={name} secrets={secrets} name={name} />
          ))}
        </ul>
      )}
    </Block>
  )
}

function SecretField({ secrets, name }: { secrets: Secrets; name: SecretName }) {
  const page = usePage()
  const words = useWords()
  const said = useChannelWords()
  const id = useId()
  const place = useRef<HTMLLIElement>(null)
  const open = useSignal(false)
  const value = useSignal('')
  const busy = useSignal(false)
  const asking = useSignal(false)
  const empty = useSignal(false)
  const known = secrets.known.value?.has(name)
  const title = said.secret[name]

  const close = () => {
    catchFocus(place.current, 'button')
    open.value = false
    value.value = ''
    empty.value = false
  }
  const change = async (to: string | null) => {
    if (busy.peek()) return
    busy.value = true
    const refused = await secrets.change(name, to)
    busy.value = false
    if (refused !== null) return sayRefused(page, { code: refused })
    page.toasts.say(to === null ? said.removed(title) : said.stored(title))
    close()
  }

  return (
    <li ref={place}>
      <div class="line">
        <div class="what">
          <span class="label" id={id}>
            {title}
          </span>
          <span class="help">{said.secretHelp[name]}</span>
        </div>
        {known !== undefined && (
          <span class={`chip${known ? ' ok' : ''}`}>
            {known && <Icon name="check" />}
            {known ? said.set : said.notSet}
          </span>
        )}
        {!open.value && known !== undefined && (
          <div class="acts">
            <button
              type="button"
              class="button line small"
              aria-label={said.actionOn(known ? said.replace : said.enter, title)}
              onClick={() => (open.value = true)}
            >
              {known ? said.replace : said.enter}
            </button>
            {known && (
              <button
                type="button"
                class="button icon-only small"
                aria-label={said.actionOn(said.remove, title)}
                title={said.remove}
                onClick={() => (asking.value = true)}
              >
                <Icon name="trash" small />
              </button>
            )}
          </div>
        )}
      </div>
      {open.value && (
        <form
          class="new-secret"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            empty.value = value.peek().trim() === ''
            if (!empty.peek()) void change(value.peek().trim())
          }}
        >
          <TextField
            label={said.typeIt(title)}
            name={name}
            type="password"
            autocomplete="new-password"
            focus
            value={value.value}
            error={empty.value ? words.settings.missing : null}
            onValue={(typed) => {
              value.value = typed
              empty.value = false
            }}
          />
          <div class="acts">
            <button type="submit" class="button solid" aria-disabled={busy.value}>
              {busy.value ? said.storing : said.store}
            </button>
            <button type="button" class="button line" onClick={close}>
              {words.cancel}
            </button>
          </div>
        </form>
      )}
      {asking.value && (
        <Confirm
          title={said.removeTitle(title)}
          text={said.removeText}
          yes={said.remove}
          onYes={() => void change(null)}
          onClose={() => (asking.value = false)}
        />
      )}
    </li>
  )
}
