import type { Signal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { limits } from '../../protocol/limits.ts'
import type { TicketRow } from '../../protocol/ticket.ts'
import { useScreen } from '../desk-screen.ts'
import { useWords } from '../page.ts'
import { Picker } from '../parts/picker.tsx'

type Props = {
  row: TicketRow
  button: ComponentChildren
  kind: string
  open?: Signal<boolean>
  align?: 'start' | 'end'
}

/** D-5: the tags of a ticket. Picking puts one on or takes it off, and what is not there yet is made. */
export function TagPicker({ row, ...button }: Props) {
  const { working } = useWords()
  const screen = useScreen()
  const on = (id: string) => row.tags.some((tag) => tag.id === id)
  const tags = screen.desk.filing.tags.value
  return (
    <Picker
      {...button}
      label={working.changeTags}
      title={working.changeTags}
      several
      placeholder={working.searchTags}
      nothing={working.noTags}
      groups={[{ choices: tags.map(({ id, name }) => ({ key: id, label: name, chosen: on(id) })) }]}
      onPick={(id) => void screen.tag(row, on(id) ? [] : [{ id }], on(id) ? [id] : [])}
      make={{
        label: working.newTag,
        run: (name) => void screen.tag(row, [{ name }], []),
        most: limits.tagName,
      }}
    />
  )
}
