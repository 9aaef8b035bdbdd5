/** S-11 */
export const priorities = ['normal', 'high'] as const
export type Priority = (typeof priorities)[number]
