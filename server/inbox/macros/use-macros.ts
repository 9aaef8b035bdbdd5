import type { RefObject } from 'preact'
import { useEffect, useMemo } from 'preact/hooks'
import type { Macro } from '../../protocol/macro.ts'
import { filled, rawVariables } from '../../protocol/macro-text.ts'
import type { TicketRow } from '../../protocol/ticket.ts'
import { apart } from '../conversation/field.tsx'
import type { Draft } from '../conversation/drafts.ts'
import type { Sought } from '../conversation/sought.ts'
import { createSuggesting } from '../conversation/suggesting.ts'
import { useScreen } from '../desk-screen.ts'
import { joined } from './actions.ts'
import { findMacros } from './macro-list.ts'
import { valuesOf } from './values.ts'

type Parts = {
  row: TicketRow
  draft: Draft
  field: RefObject<HTMLTextAreaElement | null>
  /** Puts words in place of what is selected. */
  insert: (words: string) => void
}

/** macros in a reply: found by /, put in with their values, done with the reply. */
export function useMacros({ row, draft, field, insert }: Parts) {
  const { desk } = useScreen()
  const suggesting = useMemo(
    () => createSuggesting<Macro>('/', (query) => findMacros(desk.macros.list.value ?? [], query)),
    [desk],
  )
  useEffect(() => desk.macros.need(), [desk])
  const values = valuesOf({
    customer: row.customer.name,
    agent: desk.me.value.name,
    ticket: row.number,
    order: desk.conversation.value?.customer.value?.order ?? null,
    shop: desk.shopName.value,
  })
  return {
    suggesting,
    values,
    /** What stands raw in the text. */
    raw: rawVariables(draft.text.value),
    take(macro: Macro, { from, to }: Sought) {
      field.current?.setSelectionRange(from, to)
      insert(filled(macro.text, values))
      draft.act(joined(draft.actions.peek(), macro.actions))
      field.current?.focus()
    },
    /** The button does what typing / does. */
    ask() {
      const area = field.current
      if (!area) return
      area.focus()
      insert(apart(area, '/'))
      suggesting.look(area)
    },
  }
}
