import type { Macro } from '../../protocol/macro.ts'
import type { Values } from '../../protocol/macro-text.ts'
import type { Draft } from '../conversation/drafts.ts'
import type { Sought } from '../conversation/sought.ts'
import type { Suggesting } from '../conversation/suggesting.ts'
import { MacroMenu } from './macro-menu.tsx'
import { AfterSending } from './macro-preview.tsx'
import { Unfilled } from './unfilled.tsx'

type Props = {
  draft: Draft
  suggesting: Suggesting<Macro>
  values: Values
  take: (macro: Macro, sought: Sought) => void
  /** Sending was tried although something has no value. */
  asked: boolean
  onText: (text: string) => void
}

/** what macros bring into a reply: their menu, what still lacks a value, and what is done on sending. */
export function ReplyMacros({ draft, suggesting, values, take, asked, onText }: Props) {
  return (
    <>
      <MacroMenu suggesting={suggesting} values={values} take={take} />
      <Unfilled text={draft.text.value} asked={asked} onChange={onText} />
      <AfterSending actions={[...draft.actions.value]} onChange={draft.act} />
    </>
  )
}
