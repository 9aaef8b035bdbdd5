import type { Source } from './command.ts'
import { filingCommands } from './filing-commands.ts'
import { goCommands } from './go-commands.ts'
import { numberCommands } from './number-commands.ts'
import { pageCommands } from './page-commands.ts'
import { searchCommands } from './search-commands.ts'
import { ticketCommands } from './ticket-commands.ts'

/** Everything the palette offers. A topic adds its commands with one line here (command.ts says how). */
export const sources: readonly Source[] = [
  numberCommands,
  ticketCommands,
  filingCommands,
  goCommands,
  pageCommands,
  searchCommands,
]
