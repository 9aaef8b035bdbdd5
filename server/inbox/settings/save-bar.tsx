import type { Settings } from '../../protocol/settings.ts'
import { usePage, useWords } from '../page.ts'
import { Icon } from '../parts/icon.tsx'
import { fieldName } from './field-name.ts'
import { fieldProblems } from './settings-check.ts'
import type { SettingsDraft } from './settings-draft.ts'
import type { SettingsPreview } from './settings-preview.ts'

/** Saving is explicit: how much is unsaved, where it is kept, what is in the way. */
export function SaveBar({ form, draft, preview }: { form: SettingsDraft; draft: Settings; preview: SettingsPreview }) {
  const words = useWords()
  const page = usePage()
  const { settings } = words
  const count = form.changed.value.length
  // The rule book's word comes with the preview while one types, and once more with a save.
  const judged = Math.max(form.problems.value.length, preview.shown.value?.problems.length ?? 0)
  const unfit = fieldProblems(draft).size
  const wrong = unfit + judged
  const crossed = form.crossed.value
  const saving = form.state.value === 'saving'
  if (count === 0) return <div class="save-bar nothing" role="status" />

  const save = async () => {
    // The preview's judgement may be of what stood here a moment ago: only the desk's own, of a save, stops one.
    if (unfit > 0) return focusFirstProblem()
    const answer = await form.save()
    if (answer === true) page.toasts.say(settings.saved)
    else if (answer === false) focusFirstProblem()
    else page.toasts.complain(words.refused[answer])
  }
  return (
    <div class="save-bar">
      <div role="status">
        {crossed && (
          <p class="banner warn">
            <Icon name="info" small />
            <span>
              {settings.conflict}{' '}
              {crossed.fields.length > 0 &&
                settings.conflictFields(
                  crossed.fields.map((path) => fieldName(words, path, page.moments.value)).join(', '),
                )}
            </span>
          </p>
        )}
        <p class="said">
          <Icon name="pencil" small />
          <span>
            <b>{settings.changes(count)}</b> <span class="kept">{settings.kept}</span>
            {wrong > 0 && <span class="error">{settings.fix(wrong)}</span>}
          </span>
        </p>
      </div>
      <div class="actions">
        <button type="button" class="button line" onClick={() => form.discard()} disabled={saving}>
          {settings.discard}
        </button>
        <button type="button" class="button solid" onClick={() => void save()} aria-disabled={saving}>
          {saving ? settings.saving : settings.save}
        </button>
      </div>
    </div>
  )
}

function focusFirstProblem() {
  // After the next drawing: a problem the server named is not on the screen before.
  requestAnimationFrame(() => document.querySelector<HTMLElement>('#settings [aria-invalid="true"]')?.focus())
}
