import type { DeskLink } from './desk-link.ts'
import type { Hold } from './hold.ts'

/** The link as a state hears it that is asked for under `hold`. */
export function heldLink(link: DeskLink, hold: Hold): DeskLink {
  return { ...link, on: (event, hear) => link.on(event, (e) => hold.hear(() => hear(e))) }
}
