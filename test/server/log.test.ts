import { expect, it, onTestFinished } from 'vitest'
import { createLog } from '../../server/log.ts'
import { startSms, text } from './text-messages.ts'

it('leaves out of the log what the store says of a row that it refuses, the customer’s number in it (S21)', async () => {
  const { hub } = await startSms()
  onTestFinished(() => hub.close())
  const phone = '+4930231250777'
  await text(hub, phone, 'Hello')
  const known = await hub.db.selectFrom('identities').selectAll().executeTakeFirstOrThrow()
  const refusal: unknown = await hub.db
    .insertInto('identities')
    .values(known)
    .execute()
    .catch((error: unknown) => error)
  if (!(refusal instanceof Error) || !('detail' in refusal)) throw new Error('The store has taken it.')
  expect(refusal.detail).toContain(phone)

  const lines: string[] = []
  const log = createLog('info', { write: (line) => void lines.push(line) })
  log.error({ err: refusal, where: 'hooks/twilio' }, 'a bug')
  expect(lines.join('')).toContain('hooks/twilio')
  expect(lines.join('')).not.toContain(phone)
})
