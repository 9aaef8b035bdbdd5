import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import { useScreen } from '../desk-screen.ts'
import { usePage, useWords } from '../page.ts'

const longest = 80

/** The agent's own name, as colleagues and customers read it. Saved by hand: half a name is nobody's. */
export function OwnName() {
  const { preferences: said, settings } = useWords()
  const page = usePage()
  const { desk } = useScreen()
  const id = useId()
  const { name } = desk.me.value
  const typed = useSignal<string | null>(null)
  const wanted = (typed.value ?? name).trim()
  const save = async () => {
    if (!(await desk.done(desk.link.ask('me.rename', { name: wanted })))) return
    typed.value = null
    page.toasts.say(settings.saved)
  }
  return (
    <form
      class="own-name"
      onSubmit={(event) => {
        event.preventDefault()
        if (wanted !== '' && wanted !== name) void save()
      }}
    >
      <div class="field">
        <label for={id}>{said.name}</label>
        <div class="with-button">
          <input
            id={id}
            class="input"
            type="text"
            maxLength={longest}
            autocomplete="name"
            value={typed.value ?? name}
            aria-describedby={`${id}-help`}
            onInput={(event) => {
              typed.value = event.currentTarget.value
            }}
          />
          <button type="submit" class="button line" disabled={wanted === '' || wanted === name}>
            {settings.save}
          </button>
        </div>
        <p class="help" id={`${id}-help`}>
          {said.nameHelp}
        </p>
      </div>
    </form>
  )
}
