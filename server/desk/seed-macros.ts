import macros from '../demo-macros.json' with { type: 'json' }
import { macroText } from '../protocol/macro.ts'
import type { Desk } from './desk.ts'
import { saveMacro } from './macros.ts'
import type { Member } from './sign-in.ts'

/** A few shared macros to begin with; made once, so that those somebody deletes stay deleted. */
export async function seedMacros(desk: Desk, by: Member): Promise<void> {
  for (const given of macros) {
    const macro = macroText.parse({ ...given, shared: true })
    const id = desk.secrets.derivedId('demo macro', macro.name)
    const saved = await saveMacro(desk, by, { ...macro, id, version: 0 })
    if ('refused' in saved) throw new Error(`The demo macro “${macro.name}” was refused: ${saved.refused}`)
  }
}
