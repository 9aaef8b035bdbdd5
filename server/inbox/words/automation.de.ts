import { topicNames } from '../../protocol/topic-names.ts'
import type { automationEn } from './automation.en.ts'

export const automationDe: typeof automationEn = {
  automation: {
    spam: 'Spam',
    spamHelp:
      'Nachrichten von Fremden werden auf Spam geprüft. Was markiert ist, wartet im Spam: Niemand wird benachrichtigt, und nichts wird beantwortet. Von Kunden, denen jemand von Ihnen geantwortet hat, die bestellt haben oder angemeldet sind, wird nie etwas versteckt. Der Webchat wird nie geprüft. „Spam“ und „Kein Spam“ am Ticket bringen dem Scanner etwas bei.',
    scan: (c) => `${c} prüfen`,
    tags: 'Automatische Tags',
    tagsHelp:
      'Der Desk liest, was ein Kunde schreibt, und vergibt Tags. Entfernte Tags kommen nicht wieder, und Ihre Korrekturen bringen ihm etwas bei.',
    on: 'Tickets nach ihrem Thema taggen',
    onHelp: 'Aus: Nur Sie vergeben Tags.',
    names: 'Namen neuer Tags',
    namesHelp:
      'In welcher Sprache ein Tag heißt, wenn er zum ersten Mal gebraucht wird. Umbenennen können Sie ihn unter Teams und Tags.',
    topics: 'Themen',
    topicsHelp: 'Welche Themen einen Tag bekommen',
    topic: topicNames.de,
  },
}
