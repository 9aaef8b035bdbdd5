import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import type { TestProject } from 'vitest/node'
import { systemClock } from '../../server/clock.ts'
import accounts from '../../server/demo-accounts.json' with { type: 'json' }
import { roles } from '../../server/protocol/role.ts'
import { createSecrets } from '../../server/secrets.ts'
import type { Db } from '../../server/store/connect.ts'
import { createMember, createSession, findMemberByEmail } from '../../server/store/members.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Of the demo's accounts, in their order. */
    passwordHashes: string[]
  }
}

const secrets = createSecrets('of no use for what is asked of it here')
const day = 86_400_000

/** Hashes the demo's passwords once for all journeys: they are slow on purpose, and each product would do it anew. */
export async function setup(project: TestProject): Promise<void> {
  project.provide('passwordHashes', await Promise.all(accounts.map(({ password }) => secrets.hashPassword(password))))
}

/** The team that the product would make of these accounts at its first start. */
export async function makeTeam(db: Db): Promise<void> {
  const hashes = inject('passwordHashes')
  for (const [at, { name, email, role }] of accounts.entries()) {
    await createMember(db, {
      id: randomUUID(),
      name,
      email,
      role: roles.find((one) => one === role) ?? 'support',
      passwordHash: hashes[at] ?? '',
      at: systemClock.now(),
    })
  }
}

/** Signs one of them in without a password, and answers with the cookie's value. */
export async function newSession(db: Db, email: string): Promise<string> {
  const member = await findMemberByEmail(db, email)
  if (member === undefined) throw new Error(`${email} is nobody's account`)
  const token = secrets.newToken()
  const now = systemClock.now()
  await createSession(db, secrets.hashToken(token), member.id, now, now + day)
  return token
}
