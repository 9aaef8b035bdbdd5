import { readSettingsVersion } from '../store/settings.ts'
import type { Desk } from './desk.ts'

/** Can the store be reached, and has it been set up? */
export function isReady(desk: Desk): Promise<boolean> {
  return readSettingsVersion(desk.db).then(
    (version) => version !== null,
    () => false,
  )
}
