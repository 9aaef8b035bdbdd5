import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { ErrorCode } from '../../protocol/errors.ts'
import type { OpenedMail } from '../../protocol/mail.ts'
import { usePage, useWords } from '../page.ts'
import { Dialog } from '../parts/dialog.tsx'
import { Icon } from '../parts/icon.tsx'
import { catchFocus } from '../parts/lost-focus.ts'

type Known = { state: 'asking' } | { state: 'here'; mail: OpenedMail } | { state: 'failed'; code: ErrorCode }

/**
 * P-2: all of a mail. Its page stands in a frame that runs nothing and belongs to no origin; pictures from elsewhere
 * stay away until the agent asks, for they tell their sender who looks, when and where.
 */
export function MailOriginal({ id, onClose }: { id: string; onClose: () => void }) {
  const words = useWords()
  const { api } = usePage()
  const known = useSignal<Known>({ state: 'asking' })
  const remote = useSignal(false)

  const tries = useSignal(0)
  const { value: tried } = tries

  useEffect(() => {
    known.value = { state: 'asking' }
    void api.mail(id).then((answer) => {
      known.value = answer.ok ? { state: 'here', mail: answer } : { state: 'failed', code: answer.code }
    })
  }, [api, id, tried, known])

  const now = known.value
  const title = (now.state === 'here' && now.mail.subject.trim()) || words.mail.original
  return (
    <Dialog title={title} onClose={onClose} wide="most">
      {now.state === 'asking' && <p class="text-3">{words.loading}</p>}
      {now.state === 'failed' && (
        <div class="mail-failed">
          <p>{words.refused[now.code]}</p>
          <button type="button" class="button line" onClick={() => tries.value++}>
            {words.tryAgain}
          </button>
        </div>
      )}
      {now.state === 'here' && (
        <>
          <Facts mail={now.mail} />
          {now.mail.held > 0 && !remote.value && (
            <div class="mail-held">
              <Icon name="eye" small />
              <p>
                {words.mail.held(now.mail.held)} <span class="text-2">{words.mail.heldWhy}</span>
              </p>
              <button
                type="button"
                class="button line small"
                onClick={(event) => {
                  catchFocus(event.currentTarget.closest('dialog'), 'header button')
                  remote.value = true
                }}
              >
                {words.mail.load}
              </button>
            </div>
          )}
          {now.mail.html ? (
            <iframe
              class="mail-page"
              title={words.mail.page}
              sandbox="allow-popups allow-popups-to-escape-sandbox"
              referrerpolicy="no-referrer"
              src={`/mail/${id}${remote.value ? '?remote=1' : ''}`}
            />
          ) : (
            <div class="mail-text" dir="auto" tabIndex={0} role="region" aria-label={words.mail.page}>
              {now.mail.text || <span class="text-3">{words.mail.empty}</span>}
            </div>
          )}
        </>
      )}
    </Dialog>
  )
}

function Facts({ mail }: { mail: OpenedMail }) {
  const words = useWords()
  const { moments } = usePage()
  const facts: [string, string][] = [
    [words.mail.from, mail.from],
    [words.mail.to, mail.to.join(', ')],
    [words.mail.cc, mail.cc.join(', ')],
    [words.mail.at, moments.value.full(mail.at)],
  ]
  return (
    <dl class="mail-facts">
      {facts
        .filter(([, said]) => said !== '')
        .map(([name, said]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <bdi>{said}</bdi>
            </dd>
          </div>
        ))}
    </dl>
  )
}
