import type { Migration } from 'kysely'
import * as firstLight from './0001-first-light.ts'
import * as sixChannels from './0002-six-channels.ts'
import * as marketing from './0003-marketing.ts'
import * as shortLinks from './0004-short-links.ts'
import * as wholeMails from './0005-whole-mails.ts'
import * as receiptsAndFiles from './0006-receipts-and-files.ts'
import * as notices from './0007-notices.ts'
import * as askedNames from './0008-asked-names.ts'
import * as linkedTickets from './0009-linked-tickets.ts'
import * as unknownOutcomes from './0010-unknown-outcomes.ts'
import * as leftAddress from './0011-left-address.ts'
import * as failedHooks from './0012-failed-hooks.ts'
import * as workingTickets from './0013-working-tickets.ts'
import * as composer from './0015-composer.ts'
import * as together from './0016-together.ts'
import * as bulks from './0017-bulks.ts'
import * as lists from './0018-lists.ts'
import * as aboutCustomers from './0019-about-customers.ts'
import * as whoseWords from './0020-whose-words.ts'
import * as satisfaction from './0021-satisfaction.ts'
import * as hubTabs from './0022-hub-tabs.ts'
import * as storefrontSightings from './0023-storefront-sightings.ts'
import * as text from './0024-text.ts'
import * as timers from './0025-timers.ts'
import * as severalProcesses from './0026-several-processes.ts'
import * as assignment from './0027-assignment.ts'
import * as askedByMail from './0028-asked-by-mail.ts'
import * as webhooks from './0029-webhooks.ts'
import * as answeredMails from './0031-answered-mails.ts'
import * as hooksInOrder from './0032-hooks-in-order.ts'
import * as movedMails from './0033-moved-mails.ts'

/** Every step the tables have taken, in order. Forward only; a landed step is never edited. */
export const migrations: Record<string, Migration> = {
  '0001-first-light': firstLight,
  '0002-six-channels': sixChannels,
  '0003-marketing': marketing,
  '0004-short-links': shortLinks,
  '0005-whole-mails': wholeMails,
  '0006-receipts-and-files': receiptsAndFiles,
  '0007-notices': notices,
  '0008-asked-names': askedNames,
  '0009-linked-tickets': linkedTickets,
  '0010-unknown-outcomes': unknownOutcomes,
  '0011-left-address': leftAddress,
  '0012-failed-hooks': failedHooks,
  '0013-working-tickets': workingTickets,
  '0015-composer': composer,
  '0016-together': together,
  '0017-bulks': bulks,
  '0018-lists': lists,
  '0019-about-customers': aboutCustomers,
  '0020-whose-words': whoseWords,
  '0021-satisfaction': satisfaction,
  '0022-hub-tabs': hubTabs,
  '0023-storefront-sightings': storefrontSightings,
  '0024-text': text,
  '0025-timers': timers,
  '0026-several-processes': severalProcesses,
  '0027-assignment': assignment,
  '0028-asked-by-mail': askedByMail,
  '0029-webhooks': webhooks,
  '0031-answered-mails': answeredMails,
  '0032-hooks-in-order': hooksInOrder,
  '0033-moved-mails': movedMails,
}
