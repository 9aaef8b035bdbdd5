import { type Consent, consents } from '../protocol/consent.ts'
import type { Keyword } from './keywords.ts'

export { type Consent, consents }

/** a subscriber of any kind. */
export function subscribed(consent: Consent): boolean {
  return consent === 'transactional' || consent === 'marketing'
}

/** M-1, M-3: the consent after a keyword. STOP ends every kind, JOIN gives marketing, even after a STOP. */
export function consentAfter(consent: Consent, keyword: Keyword): Consent {
  switch (keyword) {
    case 'stop':
      return 'stopped'
    case 'join':
      return 'marketing'
    case 'help':
      return consent
  }
}

/** M-3: the consent once the shop reports one. It never lowers one, and only the customer's own word lifts a STOP. */
export function consentReported(consent: Consent, reported: 'transactional' | 'marketing'): Consent {
  return consent === 'stopped' || consent === 'marketing' ? consent : reported
}

/** Of two customers made one (T-3): a STOP of either holds, else the wider consent. */
export function consentMerged(one: Consent, other: Consent): Consent {
  return consents[Math.max(consents.indexOf(one), consents.indexOf(other))] ?? one
}
