import { sayRefused } from '../page.ts'
import { viewRoute } from '../route.ts'
import type { Source } from './command.ts'
import { numberIn } from './matching.ts'

/** To a ticket by the number people call it by. */
export const numberCommands: Source = ({ page, screen, words, query }) => {
  const number = numberIn(query)
  if (number === null) return []
  const run = async () => {
    const answer = await screen.desk.link.ask('ticket.numbered', { number })
    if (answer.ok) page.router.go(viewRoute('all', answer.ticket))
    else if (answer.code === 'not_found') page.toasts.complain(words.palette.noNumber(number))
    else sayRefused(page, answer)
  }
  return [
    {
      id: 'number',
      group: 'go',
      title: words.palette.openNumber(number),
      also: String(number),
      icon: 'search',
      run: () => void run(),
    },
  ]
}
