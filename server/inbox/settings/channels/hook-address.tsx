import { useId } from 'preact/hooks'
import { Icon } from '../../parts/icon.tsx'
import { useCopy } from '../../parts/use-copy.ts'
import { Block } from '../form-parts.tsx'
import { useChannelWords } from './channel-words.ts'

type Props = { address: string; text: string; fields?: readonly string[] }

/** The address a provider has to know, and where it is entered there. */
export function HookAddress({ address, text, fields }: Props) {
  const said = useChannelWords()
  const id = useId()
  const copy = useCopy()
  return (
    <Block title={said.hook} text={text}>
      <div class="field">
        <label for={id}>{said.hookAddress}</label>
        <div class="with-button">
          <input
            id={id}
            class="input mono"
            readOnly
            value={address}
            onFocus={(event) => event.currentTarget.select()}
          />
          <button type="button" class="button line" onClick={() => void copy(address)}>
            <Icon name="copy" small />
            {said.copy}
          </button>
        </div>
        {isLocal(address) && <p class="help">{said.local}</p>}
      </div>
      {fields && (
        <p class="fields">
          {said.hookFields}{' '}
          {fields.map((field) => (
            <code key={field}>{field}</code>
          ))}
        </p>
      )}
    </Block>
  )
}

/** Does the address mean nothing outside of this machine? */
export function isLocal(address: string): boolean {
  return URL.canParse(address) && /^(localhost|127\.[\d.]+|\[::1\]|.+\.localhost)$/.test(new URL(address).hostname)
}
