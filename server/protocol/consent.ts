/** M-3: what a customer agreed to on one channel. */
export const consents = ['never', 'transactional', 'marketing', 'stopped'] as const
export type Consent = (typeof consents)[number]
