import { words as ar } from './ar.ts'
import { words as de } from './de.ts'
import { words as en } from './en.ts'
import { words as pt } from './pt.ts'
import { laterWords as arLater } from './later.ar.ts'
import { tabWords as arTabs } from './tabs.ar.ts'
import { laterWords as deLater } from './later.de.ts'
import { tabWords as deTabs } from './tabs.de.ts'
import { laterWords as enLater } from './later.en.ts'
import { tabWords as enTabs } from './tabs.en.ts'
import { laterWords as ptLater } from './later.pt.ts'
import { tabWords as ptTabs } from './tabs.pt.ts'

/** All that the hub can say, by language and name: what a merchant may word anew (W-13). The hub itself loads less. */
export const sentences = {
  en: { ...en, ...enLater, ...enTabs },
  de: { ...de, ...deLater, ...deTabs },
  pt: { ...pt, ...ptLater, ...ptTabs },
  ar: { ...ar, ...arLater, ...arTabs },
} as const
