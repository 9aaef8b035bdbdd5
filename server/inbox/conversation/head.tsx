import { useSignal } from '@preact/signals'
import type { TicketRow } from '../../protocol/ticket.ts'
import { useScreen } from '../desk-screen.ts'
import { usePage, useWords } from '../page.ts'
import { Avatar } from '../parts/avatar.tsx'
import { Confirm } from '../parts/dialog.tsx'
import { Icon } from '../parts/icon.tsx'
import { catchFocus } from '../parts/lost-focus.ts'
import { useCopy } from '../parts/use-copy.ts'
import { Menu, MenuItem } from '../parts/menu.tsx'
import { viewRoute, routeUrl } from '../route.ts'
import { AtHead } from '../together/at-ticket.tsx'
import { AssignMenu } from './assign-menu.tsx'
import { SnoozeMenu } from './snooze-menu.tsx'

/** Who it is, and what can be done with the ticket: assign, snooze, close, the rest. */
export function Head({ row }: { row: TicketRow }) {
  const words = useWords()
  const screen = useScreen()
  const { head } = words
  const details = () => {
    screen.folded.value = false
    screen.detailsOver.value = true
  }
  return (
    <header class="bar head">
      <button
        type="button"
        class="button icon-only only-narrow"
        aria-label={head.backToList}
        onClick={() => {
          screen.openTicket(null)
          screen.focusRow(row.id)
        }}
      >
        <Icon name="back" flip />
      </button>
      <Avatar id={row.customer.id} name={row.customer.name} online={row.customer.online} />
      <div class="who">
        <h2 class="cut">
          <bdi>{row.customer.name}</bdi>
          {row.customer.online && <span class="hidden-text">, {words.online}</span>}
        </h2>
        <div class="under">
          <p class="cut">
            <span class="digits" title={head.number(row.number)}>
              #{row.number}
            </span>
            <Status row={row} />
          </p>
          <AtHead ticket={row.id} />
        </div>
      </div>
      <div class="actions">
        <AssignMenu row={row} />
        {row.status !== 'closed' && <SnoozeMenu row={row} />}
        {row.status !== 'closed' && (
          <button
            type="button"
            class="button line done"
            title={`${head.doneHint} (e)`}
            onClick={() => void screen.close(row)}
          >
            <Icon name="check" small />
            <span class="wide-only">{head.done}</span>
          </button>
        )}
        {row.status === 'closed' && row.mayReopen && (
          <button
            type="button"
            class="button line"
            onClick={(event) => {
              catchFocus(event.currentTarget.closest('.actions'), '.done')
              void screen.reopen(row)
            }}
          >
            <Icon name="retry" small />
            <span class="wide-only">{head.reopen}</span>
          </button>
        )}
        <MoreMenu row={row} />
        <button
          type="button"
          class="button icon-only show-details"
          aria-label={head.details}
          title={`${head.details} ( ] )`}
          onClick={details}
        >
          <Icon name="panel" flip />
        </button>
      </div>
    </header>
  )
}

function Status({ row }: { row: TicketRow }) {
  const words = useWords()
  const { moments, clock } = usePage()
  if (row.status === 'closed') return <span> · {words.status.closed}</span>
  if (row.status !== 'snoozed' || row.snoozedUntil === null) return null
  return <span> · {words.list.until(moments.value.until(row.snoozedUntil, clock.tick.value))}</span>
}

function MoreMenu({ row }: { row: TicketRow }) {
  const words = useWords()
  const screen = useScreen()
  const { head } = words
  const asking = useSignal(false)
  const { customer } = row
  const copy = useCopy()
  return (
    <>
      <Menu kind="button icon-only" label={head.more} title={head.more} button={<Icon name="more" />}>
        {(close) => {
          const pick = (what: () => void) => () => {
            close()
            what()
          }
          return (
            <>
              <MenuItem
                kind="only-narrow"
                icon={<Icon name="person" small />}
                onPick={pick(() => (screen.assignOpen.value = true))}
              >
                {head.assign} …
              </MenuItem>
              {row.status !== 'closed' && (
                <MenuItem
                  kind="only-narrow"
                  icon={<Icon name="clock" small />}
                  onPick={pick(() => (screen.snoozeOpen.value = true))}
                >
                  {head.snooze} …
                </MenuItem>
              )}
              {row.status === 'snoozed' && (
                <MenuItem icon={<Icon name="clock" small />} onPick={pick(() => void screen.wake(row))}>
                  {head.wake}
                </MenuItem>
              )}
              {row.status !== 'closed' && (
                <MenuItem
                  icon={<span class="dot" />}
                  end={<span class="key">u</span>}
                  onPick={pick(() => void screen.markUnread(row))}
                >
                  {head.unread}
                </MenuItem>
              )}
              <MenuItem
                icon={<Icon name="flag" small />}
                onPick={pick(() => void screen.prioritise(row, row.priority === 'high' ? 'normal' : 'high'))}
              >
                {row.priority === 'high' ? words.working.makeNormal : words.working.makeHigh}
              </MenuItem>
              <MenuItem icon={<Icon name="spam" small />} onPick={pick(() => void screen.markSpam(row, !row.spam))}>
                {row.spam ? words.working.notSpam : words.working.markSpam}
              </MenuItem>
              <MenuItem
                icon={<Icon name="link" small />}
                onPick={pick(() => void copy(location.origin + routeUrl(viewRoute('all', row.id))))}
              >
                {head.copyLink}
              </MenuItem>
              <hr />
              {customer.blocked ? (
                <MenuItem icon={<Icon name="person" small />} onPick={pick(() => void screen.block(customer, false))}>
                  {head.unblock}
                </MenuItem>
              ) : (
                <MenuItem
                  danger
                  icon={<Icon name="blocked" small />}
                  onPick={pick(() => {
                    asking.value = true
                  })}
                >
                  {head.block}
                </MenuItem>
              )}
            </>
          )
        }}
      </Menu>
      {asking.value && (
        <Confirm
          title={head.blockTitle(customer.name)}
          text={head.blockText}
          yes={head.blockYes}
          onYes={() => void screen.block(customer, true)}
          onClose={() => {
            asking.value = false
          }}
        />
      )}
    </>
  )
}
