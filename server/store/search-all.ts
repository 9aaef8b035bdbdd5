import type { ListScope } from '../protocol/list-filter.ts'
import type { Db } from './connect.ts'
import { ticketsIn } from './list-page.ts'
import { ticketsThatSay } from './search.ts'
import { customersNamed, everyTicketOfNamed } from './search-people.ts'

type Sought = { words: readonly string[]; number: number | null }

/** All that a search finds in a list (S-6), at once and in no order: what its pages would come to in the end. */
export async function allThatIsFound(db: Db, of: ListScope, me: string, { words, number }: Sought) {
  const found = ticketsThatSay(db, 'messages', words)
    .union(ticketsThatSay(db, 'notes', words))
    .union(everyTicketOfNamed(db, await customersNamed(db, words), words))
    .union(
      db
        .selectFrom('tickets as n')
        .select('n.id')
        .where('n.number', '=', number ?? 0),
    )
  return ticketsIn(db, of, me).select('f.id as id').where('f.id', 'in', found)
}
