import './macros-page.css'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Macro } from '../../protocol/macro.ts'
import { useScreen } from '../desk-screen.ts'
import { usePage, useWords } from '../page.ts'
import { DeleteButton } from '../parts/delete-button.tsx'
import { Empty } from '../parts/empty.tsx'
import { Icon } from '../parts/icon.tsx'
import { Loaded } from '../parts/loaded.tsx'
import { Block } from '../settings/form-parts.tsx'
import { MacroEditor } from './macro-editor.tsx'
import { findMacros } from './macro-list.ts'
import { freshMacro, mayEdit } from './macro-form.ts'
import { useMacroPageWords } from './macro-page-words.ts'

/** R-9, D-7: every member's own macros, and the shared ones, which managers and up may change. */
export function MacrosPage() {
  const words = useWords()
  const { desk } = useScreen()
  const said = useMacroPageWords()
  const query = useSignal('')
  const edited = useSignal<Macro | null>(null)
  const { list, failed, need } = desk.macros
  useEffect(need, [need])
  const all = list.value
  const me = desk.me.value
  const add = () => {
    edited.value = freshMacro(me.role)
  }
  const found = findMacros(all ?? [], query.value)
  const categories = [...new Set(found.map(({ category }) => category))]
  return (
    <main class="settings-main" id="settings" tabIndex={-1}>
      <div class="scroll" tabIndex={0} role="group" aria-label={words.composing.macros}>
        <div class="sheet macros-sheet">
          <div class="macros-head">
            <div>
              <h1>{words.composing.macros}</h1>
              <p class="text-2">{said.lead}</p>
            </div>
            <button type="button" class="button solid" onClick={add}>
              <Icon name="plus" small />
              {said.add}
            </button>
          </div>
          <Loaded found={all ?? (failed.value ? 'failed' : 'asking')} failed={said.failed} again={need}>
            {(all) =>
              all.length === 0 ? (
                <Empty icon="macro" title={said.none} text={said.noneText} />
              ) : (
                <>
                  <input
                    class="input"
                    type="search"
                    aria-label={said.search}
                    placeholder={said.search}
                    value={query.value}
                    onInput={(event) => {
                      query.value = event.currentTarget.value
                    }}
                  />
                  {found.length === 0 && <p class="text-3">{said.noneFound}</p>}
                  {categories.map((category) => (
                    <Block key={category} title={category || said.noCategory}>
                      <ul class="macros-list">
                        {found
                          .filter((macro) => macro.category === category)
                          .map((macro) => (
                            <MacroLine
                              key={macro.id}
                              macro={macro}
                              mayEdit={mayEdit(macro, me.role)}
                              onEdit={(given) => {
                                edited.value = given
                              }}
                            />
                          ))}
                      </ul>
                    </Block>
                  ))}
                </>
              )
            }
          </Loaded>
        </div>
      </div>
      {edited.value && (
        <MacroEditor
          key={edited.value.id}
          macro={edited.value}
          categories={[...new Set((all ?? []).map(({ category }) => category).filter(Boolean))]}
          onClose={() => {
            edited.value = null
          }}
        />
      )}
    </main>
  )
}

type LineProps = { macro: Macro; mayEdit: boolean; onEdit: (macro: Macro) => void }

function MacroLine({ macro, mayEdit, onEdit }: LineProps) {
  const page = usePage()
  const { desk } = useScreen()
  const said = useMacroPageWords()
  const remove = async () => {
    if (!(await desk.done(desk.link.ask('macro.remove', { macro: macro.id })))) return
    page.toasts.say(said.removed(macro.name))
    desk.macros.again()
  }
  const duplicate = () => {
    const { id, version, shared } = freshMacro(desk.me.peek().role)
    onEdit({ ...macro, id, version, shared: shared && macro.shared, name: said.duplicateOf(macro.name) })
  }
  return (
    <li>
      <div class="cut">
        <b class="cut">{macro.name}</b>
        <p class="text-3 small-text cut">{macro.text.replace(/\s+/g, ' ')}</p>
      </div>
      <span class="chip">{macro.shared ? said.shared : said.own}</span>
      {mayEdit && (
        <button
          type="button"
          class="button icon-only"
          aria-label={said.edit(macro.name)}
          title={said.edit(macro.name)}
          onClick={() => onEdit(macro)}
        >
          <Icon name="pencil" small />
        </button>
      )}
      <button
        type="button"
        class="button icon-only"
        aria-label={`${said.duplicate}: ${macro.name}`}
        title={said.duplicate}
        onClick={duplicate}
      >
        <Icon name="copy" small />
      </button>
      {mayEdit && (
        <DeleteButton
          label={`${said.remove}: ${macro.name}`}
          hint={said.remove}
          ask={said.removeTitle(macro.name)}
          text={said.removeText}
          yes={said.remove}
          onYes={() => void remove()}
        />
      )}
    </li>
  )
}
