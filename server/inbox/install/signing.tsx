import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import { CodeBlock } from './code-block.tsx'
import { useInstallWords } from './install-words.ts'
import { type SigningLanguage, signing, signingLanguages } from './snippets.ts'

/** How the shop's server signs, in the language it speaks. */
export function Signing({ shopId }: { shopId: string }) {
  const { install } = useInstallWords()
  const language = useSignal<SigningLanguage>('Node')
  const name = useId()
  return (
    <>
      <CodeBlock label={install.shopId} code={shopId} />
      <fieldset class="languages">
        <legend>{install.language}</legend>
        {signingLanguages.map((one) => (
          <label key={one}>
            <input
              class="radio"
              type="radio"
              name={name}
              checked={one === language.value}
              onChange={() => {
                language.value = one
              }}
            />
            {one}
          </label>
        ))}
      </fieldset>
      <CodeBlock label={language.value} code={signing[language.value].trimEnd()} />
    </>
  )
}
