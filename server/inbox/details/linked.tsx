import { useSignal } from '@preact/signals'
import type { LinkedTicket } from '../../protocol/details.ts'
import { useScreen } from '../desk-screen.ts'
import { usePage, useWords } from '../page.ts'
import { ChannelIcon } from '../parts/icon.tsx'
import { routeUrl, viewRoute } from '../route.ts'

/** T-2, T-3, R-7: the tickets this one came out of or went into. */
export function Linked({ of, tickets }: { of: string; tickets: readonly LinkedTicket[] }) {
  const words = useWords()
  const { details } = words
  return (
    <>
      {tickets.map(({ id, how, channel, number, customer, takes }) => (
        <div key={id}>
          <dt>{details.linked[how]}</dt>
          <dd class="linked">
            <ChannelIcon channel={channel} name={words.channel[channel]} />
            <a class="cut" href={routeUrl(viewRoute('all', id))}>
              {details.ticketOf(number, customer)}
            </a>
            {takes && <MoveIn ticket={of} into={id} number={number} />}
          </dd>
        </div>
      ))}
    </>
  )
}

/** T-2: a stranger's mails go into the ticket they aimed at. */
function MoveIn({ ticket, into, number }: { ticket: string; into: string; number: number }) {
  const { working } = useWords()
  const { toasts, router } = usePage()
  const { desk } = useScreen()
  const busy = useSignal(false)
  const move = async () => {
    busy.value = true
    const moved = await desk.done(desk.link.ask('ticket.moveIn', { ticket, into }))
    busy.value = false
    if (!moved) return
    router.go(viewRoute('all', into))
    toasts.say(working.did.moved(number))
  }
  return (
    <button
      type="button"
      class="button line small"
      title={working.moveInHelp(number)}
      disabled={busy.value}
      onClick={() => void move()}
    >
      {working.moveIn(number)}
    </button>
  )
}
