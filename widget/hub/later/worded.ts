import { signal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import type { Hub } from '../hub.ts'
import { Live } from '../live.ts'
import type { MoreWords } from './words/more-words.ts'

const others: Record<string, () => Promise<{ words: MoreWords }>> = {
  de: () => import('./words/de.ts'),
  pt: () => import('./words/pt.ts'),
  ar: () => import('./words/ar.ts'),
}

/** The sentences of these parts, in the language that the drawer speaks. */
export async function moreWordsFor({ locale }: Pick<Hub, 'locale'>): Promise<MoreWords> {
  const load = others[locale.slice(0, 2)] ?? (() => import('./words/en.ts'))
  return (await load()).words
}

/** A part that is drawn once its sentences are here. */
export abstract class Worded<P extends { hub: Hub }> extends Live<P> {
  private words = signal<MoreWords | null>(null)

  override componentDidMount(): void {
    moreWordsFor(this.props.hub).then(
      (words) => {
        this.words.value = words
      },
      () => {},
    )
  }

  abstract drawIn(words: MoreWords): ComponentChildren

  override draw() {
    const { value } = this.words
    return value && this.drawIn(value)
  }
}
