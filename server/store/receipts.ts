import { sql } from 'kysely'
import type { RemoteChannel } from '../protocol/channel.ts'
import type { Db } from './connect.ts'
import { moment } from './moment.ts'
import type { Provider } from './tables.ts'

type Reported = 'sent' | 'failed' | 'delivered' | 'read'
type Failure = { code: string; words: string } | null

/**
 * Whoever looks for what was told of a message, and whoever writes down what cannot be matched yet, wait for each other
 * here: else a report and the answer to the very try it is about could miss each other.
 */
export async function holdReports(tx: Db, of: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${of}, 3))`.execute(tx)
}

/** Keeps a report for a message that is on its way and has no id of the provider's yet; where there is none, forgets it. */
export async function keepEarlyReport(
  tx: Db,
  channels: readonly RemoteChannel[],
  report: { provider: Provider; externalId: string; state: Reported; error: Failure; at: number },
): Promise<void> {
  const waiting = await tx
    .selectFrom('deliveries')
    .select('id')
    .where('channel', 'in', channels)
    .where('external_id', 'is', null)
    .where((eb) =>
      eb.or([
        eb.and([eb('state', '=', 'queued'), eb('attempt_at', 'is not', null)]),
        eb.and([eb('state', '=', 'unknown'), eb('sent_at', '>', moment(report.at - patience))]),
      ]),
    )
    .limit(1)
    .executeTakeFirst()
  if (waiting === undefined) return
  const { provider, externalId: external_id, state, error, at } = report
  await tx
    .insertInto('early_reports')
    .values({
      provider,
      external_id,
      state,
      error_code: error?.code ?? null,
      error_words: error?.words ?? null,
      at: moment(at),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** How long after a try whose answer was lost its echo may still tell which message it was. */
const patience = 3_600_000

/** What was told of a message before its id was known, taken away. */
export async function takeEarlyReports(
  tx: Db,
  provider: Provider,
  externalId: string,
): Promise<{ state: Reported; error: Failure }[]> {
  const rows = await tx
    .deleteFrom('early_reports')
    .where('provider', '=', provider)
    .where('external_id', '=', externalId)
    .returning(['state', 'error_code', 'error_words'])
    .execute()
  return rows.map(({ state, error_code: code, error_words: words }) => ({
    state,
    error: code === null || words === null ? null : { code, words },
  }))
}

/** Moves a person's watermark on, never back. */
export async function moveWatermark(
  tx: Db,
  mark: { channel: RemoteChannel; person: string; state: 'delivered' | 'read'; upTo: number },
): Promise<void> {
  const { channel, person, state, upTo } = mark
  const up_to = moment(upTo)
  await tx
    .insertInto('watermarks')
    .values({ channel, person, state, up_to })
    .onConflict((conflict) =>
      conflict.columns(['channel', 'person', 'state']).doUpdateSet({ up_to }).where('watermarks.up_to', '<', up_to),
    )
    .execute()
}

/** What a person's watermarks say of a message that was handed over then. */
export async function watermarksOver(
  tx: Db,
  { channel, person, at }: { channel: RemoteChannel; person: string; at: number },
): Promise<('delivered' | 'read')[]> {
  const rows = await tx
    .selectFrom('watermarks')
    .select('state')
    .where('channel', '=', channel)
    .where('person', '=', person)
    .where('up_to', '>=', moment(at))
    .execute()
  return rows.map(({ state }) => state)
}
