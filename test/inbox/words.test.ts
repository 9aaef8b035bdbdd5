import { describe, expect, it } from 'vitest'
import { metaSentences } from '../../server/channels/meta/error-words.ts'
import { twilioSentences } from '../../server/channels/twilio/error-words.ts'
import { unreachable } from '../../server/desk/deliver.ts'
import { heldBackSentences } from '../../server/desk/held-back.ts'
import { neverTaken } from '../../server/desk/settle-unknown.ts'
import { bestLanguage } from '../../server/inbox/language.ts'
import { automationDe } from '../../server/inbox/words/automation.de.ts'
import { channelsDe } from '../../server/inbox/words/channels.de.ts'
import { automationEn } from '../../server/inbox/words/automation.en.ts'
import { channelsEn } from '../../server/inbox/words/channels.en.ts'
import { automationPt } from '../../server/inbox/words/automation.pt.ts'
import { channelsPt } from '../../server/inbox/words/channels.pt.ts'
import { de } from '../../server/inbox/words/de.ts'
import { en } from '../../server/inbox/words/en.ts'
import { installDe } from '../../server/inbox/words/install.de.ts'
import { installEn } from '../../server/inbox/words/install.en.ts'
import { installPt } from '../../server/inbox/words/install.pt.ts'
import { macrosDe } from '../../server/inbox/words/macros.de.ts'
import { macrosPageDe } from '../../server/inbox/words/macros-page.de.ts'
import { macrosEn } from '../../server/inbox/words/macros.en.ts'
import { macrosPageEn } from '../../server/inbox/words/macros-page.en.ts'
import { macrosPt } from '../../server/inbox/words/macros.pt.ts'
import { macrosPagePt } from '../../server/inbox/words/macros-page.pt.ts'
import { pt } from '../../server/inbox/words/pt.ts'
import { hubPagesDe } from '../../server/inbox/words/hub-pages.de.ts'
import { settingsPageDe } from '../../server/inbox/words/settings-page.de.ts'
import { routingDe } from '../../server/inbox/words/routing.de.ts'
import { whatIfDe } from '../../server/inbox/words/what-if.de.ts'
import { hubPagesEn } from '../../server/inbox/words/hub-pages.en.ts'
import { settingsPageEn } from '../../server/inbox/words/settings-page.en.ts'
import { routingEn } from '../../server/inbox/words/routing.en.ts'
import { whatIfEn } from '../../server/inbox/words/what-if.en.ts'
import { hubPagesPt } from '../../server/inbox/words/hub-pages.pt.ts'
import { settingsPagePt } from '../../server/inbox/words/settings-page.pt.ts'
import { routingPt } from '../../server/inbox/words/routing.pt.ts'
import { whatIfPt } from '../../server/inbox/words/what-if.pt.ts'
import { notificationsEn } from '../../server/inbox/words/notifications.en.ts'
import { notificationsDe } from '../../server/inbox/words/notifications.de.ts'
import { notificationsPt } from '../../server/inbox/words/notifications.pt.ts'
import { errorCodes } from '../../server/protocol/errors.ts'

/** Every path to a sentence, with the sentence said for some numbers and names. */
function sentences(words: object, path = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, value] of Object.entries(words) as [string, unknown][]) {
    const here = path ? `${path}.${key}` : key
    if (typeof value === 'string') found.set(here, value)
    else if (typeof value === 'function')
      for (const n of [0, 1, 2]) found.set(`${here} ${n}`, String(Reflect.apply(value, null, [n, 'Name'])))
    else if (typeof value === 'object' && value !== null)
      for (const [more, sentence] of sentences(value, here)) found.set(more, sentence)
  }
  return found
}

const english = sentences({
  ...en,
  automation: automationEn,
  channels: channelsEn,
  install: installEn,
  macros: macrosEn,
  macrosPage: macrosPageEn,
  settingsPage: settingsPageEn,
  routing: routingEn,
  whatIf: whatIfEn,
  hubPages: hubPagesEn,
  notifications: notificationsEn,
})

describe.each([
  [
    'de',
    {
      ...de,
      automation: automationDe,
      channels: channelsDe,
      install: installDe,
      macros: macrosDe,
      macrosPage: macrosPageDe,
      settingsPage: settingsPageDe,
      routing: routingDe,
      whatIf: whatIfDe,
      hubPages: hubPagesDe,
      notifications: notificationsDe,
    },
  ],
  [
    'pt',
    {
      ...pt,
      automation: automationPt,
      channels: channelsPt,
      install: installPt,
      macros: macrosPt,
      macrosPage: macrosPagePt,
      settingsPage: settingsPagePt,
      routing: routingPt,
      whatIf: whatIfPt,
      hubPages: hubPagesPt,
      notifications: notificationsPt,
    },
  ],
])('the words in %s', (_, words) => {
  const theirs = sentences(words)

  it('say everything that is said in English', () => {
    expect([...theirs.keys()]).toEqual([...english.keys()])
  })

  it('leave nothing empty and nothing undefined', () => {
    const hollow = [...theirs].filter(([, text]) => !text.trim() || /undefined|\[object/.test(text))
    expect(hollow).toEqual([])
  })

  it('are translated: hardly a longer sentence stands in English', () => {
    const same = [...theirs].filter(([key, text]) => text.length > 14 && english.get(key) === text)
    expect(same.map(([key]) => key)).toEqual([])
  })
})

it.each([
  ['de', de],
  ['pt', pt],
])('R-13 says in %s every reason that the desk knows for a failure, and leaves a provider’s own words', (_, words) => {
  const known = [...twilioSentences, ...metaSentences, ...heldBackSentences, unreachable, neverTaken]
  expect(known.filter((sentence) => words.delivery.why(sentence) === sentence)).toEqual([])
  expect(words.delivery.why('Error 77: try the moon')).toBe('Error 77: try the moon')
})

it('has a sentence for every refusal', () => {
  expect(Object.keys(en.refused).toSorted()).toEqual([...errorCodes].toSorted())
})

it('takes the first language of the browser that it speaks', () => {
  expect(bestLanguage(['fr-FR', 'pt-BR', 'en'])).toBe('pt')
  expect(bestLanguage(['de-AT'])).toBe('de')
  expect(bestLanguage(['constructor', 'xx'])).toBe('en')
})
