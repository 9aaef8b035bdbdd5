/** What the hub speaks; one file of words each (widget/words). */
export const hubLanguages = ['en', 'de', 'pt', 'ar'] as const
export type HubLanguage = (typeof hubLanguages)[number]
