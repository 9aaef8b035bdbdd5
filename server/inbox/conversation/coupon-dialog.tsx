import { useSignal } from '@preact/signals'
import { useEffect, useId, useRef } from 'preact/hooks'
import type { ChannelName } from '../../protocol/channel.ts'
import { usePage, useWords } from '../page.ts'
import { Dialog } from '../parts/dialog.tsx'
import { type CouponCodes, couponText, createCouponCodes, isCode } from './coupons.ts'

type Props = { channel: ChannelName; onInsert: (words: string) => void; onClose: () => void }

/** asks for the code and what is said with it, and offers those used lately. */
export function CouponDialog({ channel, onInsert, onClose }: Props) {
  const words = useWords()
  const { storage } = usePage()
  const { composing: said } = words
  const codes: CouponCodes = createCouponCodes(storage)
  const code = useSignal('')
  const text = useSignal('')
  const wrong = useSignal(false)
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  useEffect(() => field.current?.focus(), [])
  const put = (chosen: string) => {
    const clean = chosen.trim()
    wrong.value = !isCode(clean)
    if (wrong.peek()) return field.current?.focus()
    codes.use(clean)
    onClose()
    onInsert(couponText(clean, text.peek(), channel))
  }
  const lately = codes.lately()
  return (
    <Dialog title={said.coupon} onClose={onClose}>
      {/* Not a form: it would stand in the one of the answer. */}
      <div
        class="coupon-fields"
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.isComposing || !(event.target instanceof HTMLInputElement)) return
          event.preventDefault()
          put(code.peek())
        }}
      >
        <div class="field">
          <label for={`${id}-code`}>{said.couponCode}</label>
          <input
            id={`${id}-code`}
            ref={field}
            class="input mono"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            maxLength={40}
            value={code.value}
            aria-invalid={wrong.value}
            aria-describedby={`${id}-help`}
            onInput={(event) => {
              code.value = event.currentTarget.value
              wrong.value = false
            }}
          />
          <p id={`${id}-help`} class={wrong.value ? 'error' : 'help'}>
            {wrong.value ? said.couponWrong : said.couponHelp}
          </p>
        </div>
        {lately.length > 0 && (
          <div class="field">
            <span class="label" id={`${id}-lately`}>
              {said.couponLately}
            </span>
            <div class="lately" role="group" aria-labelledby={`${id}-lately`}>
              {lately.map((one) => (
                <button key={one} type="button" class="button line small mono" onClick={() => put(one)}>
                  {one}
                </button>
              ))}
            </div>
          </div>
        )}
        <div class="field">
          <label for={`${id}-text`}>{said.couponText}</label>
          <input
            id={`${id}-text`}
            class="input"
            placeholder={said.couponExample}
            maxLength={200}
            value={text.value}
            onInput={(event) => {
              text.value = event.currentTarget.value
            }}
          />
        </div>
      </div>
      <footer>
        <button type="button" class="button line" onClick={onClose}>
          {words.cancel}
        </button>
        <button type="button" class="button solid" onClick={() => put(code.peek())}>
          {said.couponInsert}
        </button>
      </footer>
    </Dialog>
  )
}
