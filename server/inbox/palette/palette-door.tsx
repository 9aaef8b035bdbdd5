import { useSignal } from '@preact/signals'
import type { ComponentType } from 'preact'
import { useEffect } from 'preact/hooks'
import { useScreen } from '../desk-screen.ts'
import { usePage } from '../page.ts'

let part: ComponentType<{ onClose: () => void }> | null = null

/** Opens the palette; it is loaded when somebody asks for it the first time. */
export function PaletteDoor() {
  const page = usePage()
  const { paletteOpen } = useScreen()
  const here = useSignal(part !== null)
  const wanted = paletteOpen.value && !here.value
  useEffect(() => {
    if (!wanted) return
    import('./palette.tsx').then(
      ({ Palette }) => {
        part = Palette
        here.value = true
      },
      () => {
        paletteOpen.value = false
        page.toasts.complain(page.words.peek().partFailed)
      },
    )
  }, [wanted, here, page, paletteOpen])
  const Palette = part
  if (!paletteOpen.value || !here.value || Palette === null) return null
  return <Palette onClose={() => (paletteOpen.value = false)} />
}
