import type { Settings } from '../../../protocol/settings.ts'
import type { SettingsDraft } from '../settings-draft.ts'
import type { Secrets } from './secrets.ts'

/** What each channel's form is given. `wrong` says what is wrong with the field at a path. */
export type FormProps = {
  form: SettingsDraft
  draft: Settings
  secrets: Secrets
  wrong: (path: string) => string | null
}
