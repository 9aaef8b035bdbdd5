import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Icon, type IconName } from './icon.tsx'

type Props = { icon: IconName; tone?: 'ok' | 'danger'; title: string; text?: string; children?: ComponentChildren }

/** A place with nothing in it says why, and what can be done. */
export function Empty({ icon, tone, title, text, children }: Props) {
  return (
    <div class={`empty ${tone ?? ''}`}>
      <Icon name={icon} />
      <h2>{title}</h2>
      {text && <p>{text}</p>}
      {children}
    </div>
  )
}

const skeletonAfterMs = 200

/** True once something has been awaited long enough to show the shape of what comes. */
export function useLate(waiting: boolean): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    setLate(false)
    if (!waiting) return
    const timer = setTimeout(() => setLate(true), skeletonAfterMs)
    return () => clearTimeout(timer)
  }, [waiting])
  return late && waiting
}
