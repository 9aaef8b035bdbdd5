import './working.css'
import type { TicketRow } from '../../protocol/ticket.ts'
import { useScreen } from '../desk-screen.ts'
import { useWords } from '../page.ts'
import { Icon } from '../parts/icon.tsx'
import { catchFocus } from '../parts/lost-focus.ts'
import { TagPicker } from './tag-picker.tsx'

/** D-5: the tags of a ticket as chips that can be taken off, and the way to more. */
export function TicketTags({ row }: { row: TicketRow }) {
  const { working } = useWords()
  const screen = useScreen()
  return (
    <div class="ticket-tags">
      {row.tags.map(({ id, name }) => (
        <span key={id} class="chip tag">
          <span class="cut">{name}</span>
          <button
            type="button"
            aria-label={working.removeTag(name)}
            title={working.removeTag(name)}
            onClick={(event) => {
              catchFocus(event.currentTarget.closest('.ticket-tags'), '.add-tag')
              void screen.tag(row, [], [id])
            }}
          >
            <Icon name="cross" small />
          </button>
        </span>
      ))}
      <TagPicker
        row={row}
        open={screen.tagsOpen}
        kind="button icon-only small add-tag"
        button={<Icon name="plus" small />}
      />
    </div>
  )
}
