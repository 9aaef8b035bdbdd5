import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useCallback, useMemo } from 'preact/hooks'
import type { ApiRefused } from '../api.ts'
import { createHold } from '../hold.ts'
import { sayRefused, usePage, useWords } from '../page.ts'
import { Empty, useLate } from './empty.tsx'

/** What a page asked the desk for. */
export type Found<T> = T | 'asking' | 'failed'
/** Does something and says so, or why not; what is shown is read again after it. Answers whether it was done. */
export type Does = (asked: Promise<{ ok: true } | ApiRefused>, text: string) => Promise<boolean>

/** What a page shows and how it is changed. What was read once stays on the screen when reading it again fails. */
export function useLoaded<T extends { ok: true }>(ask: () => Promise<T | ApiRefused>) {
  const page = usePage()
  const found = useSignal<Found<T>>('asking')
  const hold = useMemo(createHold, [])
  const load = useCallback(
    () =>
      hold.while(ask, (answer) => {
        if (answer.ok) found.value = answer
        else if (typeof found.peek() === 'string') found.value = 'failed'
      }),
    [ask, found, hold],
  )
  const does: Does = async (asked, text) => {
    const answer = await asked
    if (answer.ok) page.toasts.say(text)
    else sayRefused(page, answer)
    await load()
    return answer.ok
  }
  return { found: found.value, load, does }
}

type Props<T> = { found: Found<T>; failed: string; again: () => void; children: (found: T) => ComponentChildren }

/** Says that it is on its way, or that it did not come and can be asked for again. */
export function Loaded<T extends object>({ found, failed, again, children }: Props<T>) {
  const words = useWords()
  const late = useLate(found === 'asking')
  if (found === 'failed')
    return (
      <Empty icon="warning" tone="danger" title={failed}>
        <button type="button" class="button line" onClick={again}>
          {words.tryAgain}
        </button>
      </Empty>
    )
  if (found === 'asking') return <>{late && <p class="text-3">{words.loading} …</p>}</>
  return <>{children(found)}</>
}
