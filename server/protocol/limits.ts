import { textPoints } from './text-points.ts'

/** Sizes both ends agree on. The client checks before a message enters its outbox, the door checks again. */
export const limits = {
  textPoints,
  /** Messages a thread opens with (D-2). */
  threadPage: 50,
  /** Most events one catch-up answer carries; `more` says that there are others. */
  syncPage: 200,
  /** Help articles (W-14): how many, and how long. */
  articles: 200,
  articleTitle: 120,
  articleText: 10_000,
  /** Orders in one page of a shopper's (W-14). */
  ordersPage: 20,
  /** Rows in one page of a list. */
  listPage: 50,
  /** Most rows that can be asked for at once: a list that is read again after a time without connection. */
  listPageMost: 200,
  /** A saved view's count goes no further: 99 and one more (S-5). */
  countedMost: 100,
  /** Views one ask may have counted, and how many a member may own. */
  viewsCounted: 100,
  viewsOwned: 100,
  /** Longest names of tags (D-5) and teams (D-4), and how many there may be: in all, and on one ticket. */
  tagName: 40,
  teamName: 40,
  tags: 500,
  teams: 100,
  tagsOfTicket: 20,
  /** Routing rules (D-4); groups of customers that a rule names or a customer is in, and their longest name. */
  routingRules: 50,
  segments: 50,
  segmentName: 80,
  /** What the team may write about a customer (D-1). */
  about: 2_000,
  /** Tickets that one action touches: picked one by one, and at all. */
  picked: 1_000,
  bulkTickets: 100_000,
  /** A macro's name or category, in characters; what one does at most; how many a member has, and how many are shared. */
  macroName: 80,
  macroActions: 10,
  macros: 500,
  /** Largest packet a socket may send, in bytes: 10,000 code points of four bytes, escaped, still fit. */
  packetBytes: 128 * 1024,
  /** Largest number an entry or a version can have: what the store's integer holds. */
  count: 2_147_483_647,
  /** Last moment anybody can name, the end of the year 9999: later ones no calendar here can say. */
  moment: 253_402_300_799_999,
} as const
