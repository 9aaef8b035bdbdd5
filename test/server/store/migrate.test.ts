import { type Kysely, type Migration, sql } from 'kysely'
import { expect, it, onTestFinished } from 'vitest'
import { connect } from '../../../server/store/connect.ts'
import { migrate } from '../../../server/store/migrate.ts'
import { DatabaseProblem } from '../../../server/store/problem.ts'
import { createDatabase } from '../../database/create.ts'

const step = (statement: string): Migration => ({
  up: async (db: Kysely<unknown>) => void (await sql.raw(statement).execute(db)),
})
const first = { '0001-a': step('create table a (n int)') }
const second = { ...first, '0002-b': step('insert into a values (1)') }

/** An empty schema in a database of the test's own, so that the steps here are the only ones. */
async function openEmpty() {
  const { config, drop } = await createDatabase()
  const opened = connect(config)
  onTestFinished(async () => {
    await opened.close()
    await drop()
  })
  await sql`drop schema public cascade`.execute(opened.db)
  await sql`create schema public`.execute(opened.db)
  return { db: opened.db, config }
}

it('makes each step once, also when processes start together', async () => {
  const { db, config } = await openEmpty()
  const others = [1, 2, 3].map(() => connect(config))
  await Promise.all([db, ...others.map((other) => other.db)].map((each) => migrate(each, second)))
  await Promise.all(others.map((other) => other.close()))
  await migrate(db, second)
  expect((await sql`select n from a`.execute(db)).rows).toEqual([{ n: 1 }])
})

it('goes on from where an earlier version stopped', async () => {
  const { db } = await openEmpty()
  await migrate(db, first)
  await migrate(db, second)
  expect((await sql`select n from a`.execute(db)).rows).toEqual([{ n: 1 }])
})

it('tells people when a newer version has been here', async () => {
  const { db } = await openEmpty()
  await migrate(db, second)
  await expect(migrate(db, first)).rejects.toThrow(DatabaseProblem)
  await expect(migrate(db, first)).rejects.toThrow('newer version of Customer Hub (it holds the change "0002-b"')
})

it('leaves nothing of a step that fails, and names it', async () => {
  const { db } = await openEmpty()
  const broken = { ...first, '0002-b': step('insert into a values (1); select 1 / 0') }
  await expect(migrate(db, broken)).rejects.toThrow('0002-b')
  await migrate(db, second)
  expect((await sql`select n from a`.execute(db)).rows).toEqual([{ n: 1 }])
})

it('takes a step with a lower number that landed later', async () => {
  const { db } = await openEmpty()
  await migrate(db, { ...first, '0003-c': step('insert into a values (3)') })
  await migrate(db, { ...second, '0003-c': step('insert into a values (3)') })
  expect((await sql`select n from a order by n`.execute(db)).rows).toEqual([{ n: 1 }, { n: 3 }])
})
