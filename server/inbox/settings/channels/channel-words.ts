import type { Language } from '../../language.ts'
import { usePage } from '../../page.ts'
import { channelsDe } from '../../words/channels.de.ts'
import { channelsEn, type ChannelWords } from '../../words/channels.en.ts'
import { channelsPt } from '../../words/channels.pt.ts'

const dictionaries: Record<Language, ChannelWords> = { en: channelsEn, de: channelsDe, pt: channelsPt }

/** The words of these forms: only who opens them loads them. */
export function useChannelWords(): ChannelWords {
  return dictionaries[usePage().language.language.value]
}
