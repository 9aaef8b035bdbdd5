import type { Settings } from '../../protocol/settings.ts'
import { type Page, usePage } from '../page.ts'
import { useSettingsWords } from './settings-words.ts'
import { Icon } from '../parts/icon.tsx'
import { fieldName, sectionOf } from './field-name.ts'
import { fieldProblems } from './settings-check.ts'
import type { SettingsDraft } from './settings-draft.ts'
import type { SettingsPreview } from './settings-preview.ts'

/** Saving is explicit: how much is unsaved, where it is kept, what is in the way. */
export function SaveBar({ form, draft, preview }: { form: SettingsDraft; draft: Settings; preview: SettingsPreview }) {
  const words = useSettingsWords()
  const page = usePage()
  const { settings } = words
  const count = form.changed.value.length
  // The rule book's word comes with the preview while one types, and once more with a save.
  const judged = [...form.problems.value, ...(preview.shown.value?.problems ?? [])].map(({ path }) => path)
  const unfit = [...fieldProblems(draft).keys()]
  const wrong = new Set([...unfit, ...judged]).size
  const crossed = form.crossed.value
  const saving = form.state.value === 'saving'
  if (count === 0) return <div class="save-bar nothing" role="status" />

  const save = async () => {
    // The preview's judgement may be of what stood here a moment ago: only the desk's own, of a save, stops one.
    if (unfit.length > 0) return showProblem(page, unfit)
    const answer = await form.save()
    if (answer === true) page.toasts.say(settings.saved)
    else if (answer === false)
      showProblem(
        page,
        form.problems.peek().map(({ path }) => path),
      )
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
                  [...new Set(crossed.fields.map((path) => fieldName(words, path, page.moments.value)))].join(', '),
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

/** On this tab, or on the one that the first problem is on. */
function showProblem({ router }: Page, paths: readonly string[]) {
  const route = router.route.peek()
  const here =
    route.page === 'settings' && (paths.length === 0 || paths.some((path) => sectionOf(path) === route.section))
  if (!here) router.go({ page: 'settings', section: sectionOf(paths[0] ?? '') })
  focusProblem(60)
}

/** Not before the next drawing, and a tab that was never open has to be loaded first. */
function focusProblem(frames: number) {
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLElement>('#settings [aria-invalid="true"]')
    if (field) field.focus()
    else if (frames > 0) focusProblem(frames - 1)
  })
}
