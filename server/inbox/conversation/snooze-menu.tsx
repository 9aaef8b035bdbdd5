import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import type { TicketRow } from '../../protocol/ticket.ts'
import { useScreen } from '../desk-screen.ts'
import { usePage, useWords } from '../page.ts'
import { Dialog } from '../parts/dialog.tsx'
import { Icon } from '../parts/icon.tsx'
import { Menu, MenuItem } from '../parts/menu.tsx'
import { SnoozeItems } from './snooze-items.tsx'
import { fieldMoment, pickedMoment, snoozeOffers } from './snooze-offers.ts'

/** S-1: hide the ticket until a moment of the agent's own time zone. */
export function SnoozeMenu({ row }: { row: TicketRow }) {
  const words = useWords()
  const screen = useScreen()
  const picking = useSignal(false)
  const { head } = words
  return (
    <>
      <Menu
        kind="button icon-only snooze"
        label={head.snooze}
        title={`${head.snooze} (s)`}
        open={screen.snoozeOpen}
        button={<Icon name="clock" />}
      >
        {(close) => (
          <>
            <SnoozeItems
              onPick={(until) => {
                close()
                void screen.snooze(row, until)
              }}
            />
            <hr />
            <MenuItem
              icon={<Icon name="calendar" small />}
              onPick={() => {
                close()
                picking.value = true
              }}
            >
              {head.pick}
            </MenuItem>
          </>
        )}
      </Menu>
      {picking.value && <PickMoment row={row} onClose={() => (picking.value = false)} />}
    </>
  )
}

function PickMoment({ row, onClose }: { row: TicketRow; onClose: () => void }) {
  const words = useWords()
  const { moments, clock } = usePage()
  const screen = useScreen()
  const id = useId()
  const zone = moments.value.zone
  const start = snoozeOffers(clock.now(), zone).find((offer) => offer.kind === 'tomorrow')
  const value = useSignal(fieldMoment(start?.until ?? clock.now(), zone))
  const until = pickedMoment(value.value, zone)
  const past = until !== null && until <= clock.now()
  return (
    <Dialog title={words.head.pickTitle} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (until === null || past) return
          onClose()
          void screen.snooze(row, until)
        }}
      >
        <div class="field">
          <label for={id}>{words.head.pickLabel}</label>
          <input
            id={id}
            class="input"
            type="datetime-local"
            required
            autofocus
            min={fieldMoment(clock.now(), zone)}
            value={value.value}
            aria-invalid={past}
            aria-describedby={`${id}-help`}
            onInput={(event) => {
              value.value = event.currentTarget.value
            }}
          />
          <p class={past ? 'error' : 'help'} id={`${id}-help`} role="status">
            {past ? words.refused.moment_passed : `${zone}${until === null ? '' : `, ${moments.value.full(until)}`}`}
          </p>
        </div>
        <footer>
          <button type="button" class="button line" onClick={onClose}>
            {words.cancel}
          </button>
          <button type="submit" class="button solid" disabled={until === null || past}>
            {words.head.snooze}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}
