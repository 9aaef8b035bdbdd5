import type { Link } from '../../widget/thread/link.ts'
import type { FromAgent, ToAgent } from '../protocol/agent-events.ts'

/** The page's one connection to the desk. */
export type DeskLink = Link<FromAgent, ToAgent>
