import { z } from 'zod'
import { roles } from './role.ts'
import { storable } from './text.ts'

/** Bodies and answers of the desk's HTTP API (the inbox page uses it before and beside its socket). */
export const email = z.string().trim().toLowerCase().pipe(z.email().max(254))
export const password = z.string().min(10).max(200)
export const personName = z.string().overwrite(storable).trim().min(1).max(80)

export const signIn = z.object({ email, password: z.string().min(1).max(200) })
/** A one-time link's token with what the new member chooses. `email` is asked only by the first owner's link. */
export const join = z.object({ token: z.string().max(200), name: personName, email: email.optional(), password })
export const invite = z.object({ email, role: z.enum(roles) })
export const changeMember = z.object({ role: z.enum(roles).optional(), removed: z.literal(true).optional() })

export const me = z.object({ id: z.uuid(), name: z.string(), email: z.string(), role: z.enum(roles) })
export type Me = z.infer<typeof me>

export const member = me.extend({ createdAt: z.int() })
export type Member = z.infer<typeof member>

/** An invitation that is still good; its link is shown once, when it is made. */
export const invitation = z.object({ id: z.uuid(), email: z.string(), role: z.enum(roles), expiresAt: z.int() })
