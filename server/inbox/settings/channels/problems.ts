import type { Settings } from '../../../protocol/settings.ts'
import { useSettingsWords } from '../settings-words.ts'
import { problemText } from '../form-parts.tsx'
import { fieldProblems } from '../settings-check.ts'
import type { SettingsDraft } from '../settings-draft.ts'
import type { SettingsPreview } from '../settings-preview.ts'
import { useChannelWords } from './channel-words.ts'

/** What is wrong with the field at a path, in words: what the page sees itself, else what the desk said last. */
export function useProblems(form: SettingsDraft, draft: Settings, preview: SettingsPreview) {
  const words = useSettingsWords()
  const { problem } = useChannelWords()
  const here = fieldProblems(draft)
  const said = new Map<string, string>()
  for (const { path, code } of [...form.problems.value, ...(preview.shown.value?.problems ?? [])]) said.set(path, code)
  return (path: string): string | null => {
    const own = here.get(path)
    const code = own ?? said.get(path)
    if (code === undefined) return null
    return (
      Object.entries(problem).find(([name]) => name === code)?.[1] ?? problemText(words, own) ?? words.settings.invalid
    )
  }
}
