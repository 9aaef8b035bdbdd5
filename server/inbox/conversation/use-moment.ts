import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { usePage } from '../page.ts'

/** The time by the page's ticks, and once more right after `at`: what ends then is over then. */
export function useMoment(at: number | null): number {
  const { clock } = usePage()
  const passed = useSignal(0)
  useEffect(() => {
    const wait = at === null ? 0 : at - clock.now() + 1
    if (wait <= 0) return
    const timer = setTimeout(() => {
      passed.value = clock.now()
    }, wait)
    return () => clearTimeout(timer)
  }, [at, clock, passed])
  return Math.max(clock.tick.value, passed.value)
}
