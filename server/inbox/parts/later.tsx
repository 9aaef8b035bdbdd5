import { useSignal } from '@preact/signals'
import type { ComponentType } from 'preact'
import { useEffect } from 'preact/hooks'

type Later<P extends object> = ComponentType<P> & { soon: () => void }

/**
 * A small part that nobody needs in the first moment: it is loaded as soon as it is drawn, or said to be wanted `soon`,
 * and takes no place until then. What does not come is asked for again the next time.
 */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): Later<P> {
  let part: ComponentType<P> | null = null
  let coming: Promise<void> | null = null
  const come = () => {
    coming ??= load().then(
      (found) => {
        part = found
      },
      () => {
        coming = null
      },
    )
    return coming
  }
  function Later(props: P) {
    const here = useSignal(part !== null)
    useEffect(() => {
      if (!here.peek()) void come().then(() => (here.value = part !== null))
    }, [here])
    const Part = part
    return here.value && Part !== null ? <Part {...props} /> : null
  }
  return Object.assign(Later, { soon: () => void come() })
}
