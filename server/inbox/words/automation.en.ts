import { topicNames } from '../../protocol/topic-names.ts'
/** The words of the settings' part about the scanner and automatic tags. */
export const automationEn = {
  automation: {
    spam: 'Spam',
    spamHelp:
      'Messages of strangers are looked at for spam. What is marked waits in Spam: nobody is told of it, and nothing is answered. Nothing is ever hidden of customers whom somebody of you has answered, who have ordered, or who are signed in. Web chat is never scanned. “Spam” and “Not spam” on a ticket teach the scanner.',
    scan: (c: string) => `Scan ${c}`,
    tags: 'Automatic tags',
    tagsHelp:
      'The desk reads what a customer writes and puts tags on the ticket. Tags you take off do not come back, and what you correct teaches it.',
    on: 'Tag tickets by what they are about',
    onHelp: 'Off: only you put tags on tickets.',
    names: 'Names of new tags',
    namesHelp: 'In which language a tag is named when it is first needed. You can rename it under Teams and tags.',
    topics: 'Topics',
    topicsHelp: 'Which topics get a tag',
    topic: topicNames.en,
  },
}
