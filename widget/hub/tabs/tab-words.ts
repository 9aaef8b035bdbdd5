import type { Spoken } from '../../words/dictionary.ts'
import { tabWords as english, type TabWords } from '../../words/tabs.en.ts'

const others: Record<string, () => Promise<{ tabWords: TabWords }>> = {
  de: () => import('../../words/tabs.de.ts'),
  pt: () => import('../../words/tabs.pt.ts'),
  ar: () => import('../../words/tabs.ar.ts'),
}

/** The words of Home and Orders in the hub's language, with what the merchant has worded anew. */
export async function tabWordsFor({ language, texts }: Spoken): Promise<TabWords> {
  const loaded = await others[language]?.()
  return { ...(loaded?.tabWords ?? english), ...texts }
}
