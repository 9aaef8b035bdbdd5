/** D-7: who may use the desk. Owner and admin also change settings and members. */
export const roles = ['owner', 'admin', 'manager', 'support'] as const
export type Role = (typeof roles)[number]
