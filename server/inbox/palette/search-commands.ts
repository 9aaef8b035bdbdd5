import { viewRoute } from '../route.ts'
import type { Source } from './command.ts'

/** Whatever else was typed can be searched for in the tickets (S-6). */
export const searchCommands: Source = ({ page, words, query }) => {
  const search = query.trim()
  if (search === '') return []
  const run = () => page.router.go({ ...viewRoute('all'), search })
  return [{ id: 'search', group: 'go', title: words.palette.search(search), icon: 'search', last: true, run }]
}
