import type { Macro } from '../../protocol/macro.ts'
import type { Values } from '../../protocol/macro-text.ts'
import type { Sought } from '../conversation/sought.ts'
import { SuggestList } from '../conversation/suggest-list.tsx'
import type { Suggesting } from '../conversation/suggesting.ts'
import { useWords } from '../page.ts'
import { useMacroWords } from './macro-words.ts'
import { MacroPreview } from './macro-preview.tsx'

type Props = {
  suggesting: Suggesting<Macro>
  values: Values
  take: (macro: Macro, sought: Sought) => void
}

/** opened by / in the text: the macros by category, and beside them what the one would say and do here. */
export function MacroMenu({ suggesting, values, take }: Props) {
  const { composing } = useWords()
  const words = useMacroWords()
  return (
    <SuggestList
      id="macros"
      label={composing.macros}
      suggesting={suggesting}
      take={take}
      keyOf={({ id }) => id}
      groupOf={({ category }) => category || words.noCategory}
      draw={({ name }) => <span class="cut">{name}</span>}
      preview={({ text, actions }) => (
        <>
          <MacroPreview text={text} actions={actions} values={values} />
          <p class="text-3">{words.enter}</p>
        </>
      )}
    />
  )
}
