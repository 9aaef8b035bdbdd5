import { createRef } from 'preact'
import { signal } from '@preact/signals'
import { Live } from '../live.ts'

/** Longest side of a preview, in real pixels: twice what it takes on the screen. */
const longest = 480

/** Pictures that browsers draw; anything else stands as a row with its name. */
export const isPicture = (type: string): boolean => /^image\/(?:jpeg|png|gif|webp|avif)\b/.test(type)

type Props = { source: File | string; label: string; failed?: () => void }

/**
 * A picture, drawn by script: the shop's policy (img-src) need not let in what an agent sends, and need not know what a
 * shopper has picked. One from elsewhere is fetched once it can be seen.
 */
export class Picture extends Live<Props> {
  private canvas = createRef<HTMLCanvasElement>()
  private drawn = signal(false)
  private watch = new IntersectionObserver((seen) => {
    if (seen.some(({ isIntersecting }) => isIntersecting)) this.look()
  })

  override componentDidMount() {
    if (this.canvas.current) this.watch.observe(this.canvas.current)
  }

  override componentWillUnmount() {
    this.watch.disconnect()
    super.componentWillUnmount()
  }

  private look() {
    this.watch.disconnect()
    this.paint().catch(() => this.props.failed?.())
  }

  private async paint() {
    const { source } = this.props
    const bytes = source instanceof File ? source : await (await fetch(source)).blob()
    const bitmap = await createImageBitmap(bytes)
    const canvas = this.canvas.current
    if (!canvas) return
    const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height))
    canvas.width = Math.max(1, Math.round(bitmap.width * scale))
    canvas.height = Math.max(1, Math.round(bitmap.height * scale))
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    bitmap.close()
    this.drawn.value = true
  }

  override draw() {
    const { label } = this.props
    return (
      <canvas
        ref={this.canvas}
        class={this.drawn.value ? 'picture' : 'picture unseen'}
        role={label ? 'img' : 'presentation'}
        aria-label={label || undefined}
      />
    )
  }
}
