import { useSignal } from '@preact/signals'
import { useId, useRef } from 'preact/hooks'
import { limits } from '../../protocol/limits.ts'
import type { Macro } from '../../protocol/macro.ts'
import { variables } from '../../protocol/macro-text.ts'
import { inserted } from '../conversation/field.tsx'
import { useScreen } from '../desk-screen.ts'
import { usePage, useWords } from '../page.ts'
import { firstName } from '../parts/avatar.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { Icon } from '../parts/icon.tsx'
import { Menu, MenuItem } from '../parts/menu.tsx'
import { FormFoot } from '../settings/form-parts.tsx'
import { ActionsEditor } from './actions-editor.tsx'
import { mayShare } from './macro-form.ts'
import { useMacroPageWords } from './macro-page-words.ts'
import { MacroPreview } from './macro-preview.tsx'

type Props = { macro: Macro; categories: readonly string[]; onClose: () => void }

/** Writes a macro, with what it will say and do beside it. */
export function MacroEditor({ macro, categories, onClose }: Props) {
  const words = useWords()
  const page = usePage()
  const { desk } = useScreen()
  const said = useMacroPageWords()
  const now = useSignal(macro)
  const problem = useSignal<string | null>(null)
  const saving = useSignal(false)
  const area = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  const { shared, category, name, text, actions } = now.value
  const me = desk.me.value
  const edit = (part: Partial<Macro>) => {
    now.value = { ...now.peek(), ...part }
    problem.value = null
  }
  const save = async () => {
    if (saving.peek()) return
    if (name.trim() === '') {
      problem.value = said.nameMissing
      return
    }
    saving.value = true
    // A tag without a name is none.
    const done = now.peek().actions.filter((action) => action.do !== 'tag' || action.tag.trim() !== '')
    const answer = await desk.link.ask('macro.save', { ...now.peek(), actions: done })
    saving.value = false
    if (!answer.ok) {
      problem.value = answer.code === 'conflict' ? said.conflict : words.refused[answer.code]
      return
    }
    page.toasts.say(said.saved(name))
    desk.macros.again()
    onClose()
  }
  const sample = { ...said.sample, 'agent.name': me.name, 'agent.first_name': firstName(me.name) }
  return (
    <Dialog title={macro.version === 0 ? said.add : said.edit(macro.name)} onClose={onClose} wide="most">
      <form
        class="macro-editor"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <div class="macro-fields">
          <div class="field">
            <label for={`${id}-name`}>{said.name}</label>
            <input
              id={`${id}-name`}
              class="input"
              value={name}
              maxLength={limits.macroName}
              onInput={(event) => edit({ name: event.currentTarget.value })}
            />
          </div>
          <div class="field">
            <label for={`${id}-category`}>{said.category}</label>
            <input
              id={`${id}-category`}
              class="input"
              list={`${id}-categories`}
              value={category}
              maxLength={limits.macroName}
              onInput={(event) => edit({ category: event.currentTarget.value })}
            />
            <datalist id={`${id}-categories`}>
              {categories.map((one) => (
                <option key={one} value={one} />
              ))}
            </datalist>
          </div>
          <div class="field">
            <div class="macro-label">
              <label for={`${id}-text`}>{said.text}</label>
              <Menu
                kind="button small"
                button={
                  <>
                    <Icon name="plus" small />
                    {said.insertVariable}
                  </>
                }
              >
                {(close) =>
                  variables.map((variable) => (
                    <MenuItem
                      key={variable}
                      onPick={() => {
                        close()
                        if (area.current) edit({ text: inserted(area.current, `{{${variable}}}`) })
                        area.current?.focus()
                      }}
                    >
                      {said.variable[variable]}
                    </MenuItem>
                  ))
                }
              </Menu>
            </div>
            <textarea
              id={`${id}-text`}
              ref={area}
              class="area"
              rows={5}
              dir="auto"
              value={text}
              onInput={(event) => edit({ text: event.currentTarget.value })}
            />
          </div>
          <ActionsEditor actions={actions} onChange={(changed) => edit({ actions: changed })} />
          <div class="field">
            <span id={`${id}-whom`} class="label">
              {said.forWhom}
            </span>
            <div class="segments" role="group" aria-labelledby={`${id}-whom`}>
              {[true, false].map((one) => (
                <button
                  key={String(one)}
                  type="button"
                  class="button"
                  aria-pressed={one === shared}
                  disabled={one && !mayShare(me.role)}
                  onClick={() => edit({ shared: one })}
                >
                  {one ? said.shared : said.own}
                </button>
              ))}
            </div>
            <p class="help">{!mayShare(me.role) ? said.sharedLocked : shared ? said.sharedHint : said.ownHint}</p>
          </div>
        </div>
        <section class="macro-sample" aria-label={said.preview}>
          <h3>{said.preview}</h3>
          <p class="help">{said.previewHint}</p>
          <div class="bubble-sample">
            <MacroPreview
              text={text}
              actions={actions}
              values={{ ...sample, 'shop.name': desk.shopName.value || words.product }}
            />
          </div>
        </section>
        <FormFoot problem={problem.value} save={said.save} saving={saving.value} onLeave={onClose} />
      </form>
    </Dialog>
  )
}
