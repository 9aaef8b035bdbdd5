import { signal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import type { Spoken } from '../../words/dictionary.ts'
import type { Hub } from '../hub.ts'
import { Live } from '../live.ts'
import { laterWords as english, type LaterWords } from '../../words/later.en.ts'

const others: Record<string, () => Promise<{ laterWords: LaterWords }>> = {
  de: () => import('../../words/later.de.ts'),
  pt: () => import('../../words/later.pt.ts'),
  ar: () => import('../../words/later.ar.ts'),
}

/** The sentences of these parts in the hub's language, with what the merchant has worded anew. */
async function laterWordsFor({ language, texts }: Spoken): Promise<LaterWords> {
  const loaded = await others[language]?.()
  return { ...(loaded?.laterWords ?? english), ...texts }
}

/** A part that is drawn once its sentences are here. */
export abstract class Worded<P extends { hub: Hub }> extends Live<P> {
  private words = signal<LaterWords | null>(null)

  override componentDidMount(): void {
    laterWordsFor(this.props.hub.spoken).then(
      (words) => {
        this.words.value = words
      },
      () => {},
    )
  }

  abstract drawIn(words: LaterWords): ComponentChildren

  override draw() {
    const { value } = this.words
    return value && this.drawIn(value)
  }
}
