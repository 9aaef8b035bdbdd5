import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import { usePage } from '../page.ts'
import { CodeBlock } from './code-block.tsx'
import { useInstallWords } from './install-words.ts'
import { pinnedTag, scriptTag } from './snippets.ts'

/** The tag: of the script that is always the newest, or of one that never changes, with its hash (SRI). */
export function ScriptTag({ deskUrl }: { deskUrl: string }) {
  const { install } = useInstallWords()
  const { api } = usePage()
  const pinned = useSignal<string | null>(null)
  const failed = useSignal(false)
  const name = useId()
  const pin = async () => {
    failed.value = false
    const answer = await api.pinnedScript()
    failed.value = !answer.ok
    pinned.value = answer.ok ? pinnedTag(deskUrl, answer) : null
  }
  const unpin = () => {
    failed.value = false
    pinned.value = null
  }
  return (
    <>
      <fieldset class="languages">
        <legend>{install.script}</legend>
        <label>
          <input class="radio" type="radio" name={name} checked={pinned.value === null} onChange={unpin} />
          {install.newest}
        </label>
        <label>
          <input class="radio" type="radio" name={name} checked={pinned.value !== null} onChange={() => void pin()} />
          {install.pinned}
        </label>
      </fieldset>
      {pinned.value !== null && <p class="help">{install.pinnedText}</p>}
      {failed.value && <p role="alert">{install.failed}</p>}
      <CodeBlock label={install.tag} code={pinned.value ?? scriptTag(deskUrl)} />
    </>
  )
}
