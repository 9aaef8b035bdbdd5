import { type RawBuilder, sql } from 'kysely'

/** Epoch milliseconds as a value PostgreSQL understands. */
export const moment = (at: number): RawBuilder<number> => sql<number>`${new Date(at)}::timestamptz`

export const momentOrNull = (at: number | null): RawBuilder<number> | null => (at === null ? null : moment(at))
