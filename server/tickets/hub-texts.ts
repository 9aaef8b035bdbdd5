import { sentences } from '../../widget/words/sentences.ts'
import { hubLanguages } from '../protocol/hub-languages.ts'
import type { Settings, SettingsProblem } from '../protocol/settings.ts'
import { isBlank } from '../protocol/text.ts'
import { changedMarks } from '../protocol/text-marks.ts'

/**
 * W-13: a merchant may word any sentence of the hub anew, as long as it says something and keeps its `{name}` marks: what
 * stands there instead would be missing from what the shopper reads.
 */
export function hubTextProblems(texts: Settings['hub']['texts']): SettingsProblem[] {
  return hubLanguages.flatMap((language) =>
    Object.entries(texts[language] ?? {}).flatMap(([name, wording]): SettingsProblem[] => {
      const path = `hub.texts.${language}.${name}`
      const known: Readonly<Record<string, string>> = sentences[language]
      const sentence = Object.hasOwn(known, name) ? known[name] : undefined
      if (sentence === undefined) return [{ path, code: 'invalid' }]
      if (isBlank(wording)) return [{ path, code: 'missing' }]
      const { lost, unknown } = changedMarks(sentence, wording)
      return lost.length + unknown.length > 0 ? [{ path, code: 'marks_differ' }] : []
    }),
  )
}
