import type { LinkedTicket } from '../../protocol/details.ts'
import { useWords } from '../page.ts'
import { ChannelIcon } from '../parts/icon.tsx'
import { routeUrl, viewRoute } from '../route.ts'

/** T-2, T-3, R-7: the tickets this one came out of or went into. */
export function Linked({ tickets }: { tickets: readonly LinkedTicket[] }) {
  const words = useWords()
  const { details } = words
  return (
    <>
      {tickets.map(({ id, how, channel, number, customer }) => (
        <div key={id}>
          <dt>{details.linked[how]}</dt>
          <dd>
            <ChannelIcon channel={channel} name={words.channel[channel]} />
            <a class="cut" href={routeUrl(viewRoute('all', id))}>
              {details.ticketOf(number, customer)}
            </a>
          </dd>
        </div>
      ))}
    </>
  )
}
