import { filledText } from '../../../protocol/filled-text.ts'
import type { Settings } from '../../../protocol/settings.ts'
import { useChannelWords } from './channel-words.ts'

/** M-2, seen from the customer: the automatic answer with its variables filled in. */
export function SmsEffect({ draft: { general, email, sms } }: { draft: Settings }) {
  const said = useChannelWords()
  const { audience, text } = sms.autoresponder
  const values = { organization: general.shopName, email: email.helpAddress || (email.mailboxes[0]?.address ?? null) }
  const filled = text.trim() === '' ? null : filledText(text, values)
  return (
    <section class="answer" aria-label={said.gets}>
      <h3>{said.gets}</h3>
      {filled === null ? (
        <p class="text-2">{said.getsNobody}</p>
      ) : (
        <>
          <p>{audience === 'everybody' ? said.getsEverybody : said.getsWithout}</p>
          <p class="phone-bubble" dir="auto">
            {filled}
          </p>
        </>
      )}
    </section>
  )
}
