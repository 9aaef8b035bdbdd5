/** One chat message as it stands in a transcript. */
export type TranscriptLine = { at: number; who: string; text: string }

type Words = { title: (shop: string) => string }

const english: Words = { title: (shop) => `Your chat with ${shop}` }
const words: Record<string, Words> = {
  de: { title: (shop) => `Ihr Chat mit ${shop}` },
  pt: { title: (shop) => `A sua conversa com ${shop}` },
  ar: { title: (shop) => `محادثتك مع ${shop}` },
}

export type Reader = { shop: string; locale: string | null; timeZone: string }

/** What a mail about a chat is called: the subject of the first one, and the line above the transcript. */
export function chatTitle({ shop, locale }: Reader): string {
  return wordsIn(locale).title(shop)
}

/** the agent's mail with the chat below it, in the customer's language and time. */
export function withTranscript(text: string, lines: readonly TranscriptLine[], reader: Reader): string {
  if (lines.length === 0) return text
  const time = new Intl.DateTimeFormat(languageOf(reader.locale), {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: reader.timeZone,
  })
  const said = lines.map(({ at, who, text: words }) => `${who}, ${time.format(at)}\n${words}`)
  return [text, '________________________________', chatTitle(reader), ...said].join('\n\n')
}

function languageOf(locale: string | null): string {
  const language = (locale ?? '').split(/[-_]/)[0]?.toLowerCase() ?? ''
  return Object.hasOwn(words, language) ? language : 'en'
}

function wordsIn(locale: string | null): Words {
  return words[languageOf(locale)] ?? english
}
