import type { TicketRow } from '../../protocol/ticket.ts'
import type { Words } from '../words/en.ts'

/** S-4: the last message in one line; what came without words is named. */
export function lastWords({ preview }: Pick<TicketRow, 'preview'>, words: Words): string {
  const text = preview?.text.replace(/\s+/g, ' ').trim() ?? ''
  if (text !== '') return text
  return preview?.kind === undefined ? words.list.noText : words.files.kind[preview.kind]
}
