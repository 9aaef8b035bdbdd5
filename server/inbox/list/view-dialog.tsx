import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import { useWords } from '../page.ts'
import { Dialog } from '../parts/dialog.tsx'
import { FormFoot } from '../settings/form-parts.tsx'

type Props = {
  title: string
  name: string
  shared: boolean
  /** D-7: may this member share views? */
  mayShare: boolean
  /** Answers whether it was done; the dialog stays where it was not. */
  onSave: (name: string, shared: boolean) => Promise<boolean>
  onClose: () => void
}

/** S-5: a view's name, and whether the whole team has it. */
export function ViewDialog({ title, name: first, shared: wasShared, mayShare, onSave, onClose }: Props) {
  const words = useWords()
  const { savedViews } = words
  const id = useId()
  const name = useSignal(first)
  const shared = useSignal(wasShared)
  const missing = useSignal(false)
  const saving = useSignal(false)
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          missing.value = name.value.trim() === ''
          if (missing.value || saving.value) return
          saving.value = true
          void onSave(name.value.trim(), shared.value).then((done) => {
            saving.value = false
            if (done) onClose()
          })
        }}
      >
        <div class="field">
          <label for={id}>{savedViews.name}</label>
          <input
            id={id}
            class="input"
            maxLength={60}
            required
            autofocus
            value={name.value}
            aria-invalid={missing.value}
            aria-describedby={missing.value ? `${id}-problem` : undefined}
            onInput={(event) => {
              name.value = event.currentTarget.value
            }}
          />
          {missing.value && (
            <p class="error" id={`${id}-problem`} role="alert">
              {savedViews.nameMissing}
            </p>
          )}
        </div>
        {mayShare ? (
          <label class="tick">
            <input
              type="checkbox"
              checked={shared.value}
              onChange={(event) => {
                shared.value = event.currentTarget.checked
              }}
            />
            {savedViews.share}
          </label>
        ) : (
          <p class="help">{savedViews.onlyYou}</p>
        )}
        <FormFoot save={savedViews.save} saving={saving.value} onLeave={onClose} />
      </form>
    </Dialog>
  )
}
