/** How a customer says it was, after the end (D-10). */
export const satisfactionEn = {
  satisfaction: {
    /** From 1 on. */
    score: ['very bad (1 of 5)', 'bad (2 of 5)', 'okay (3 of 5)', 'good (4 of 5)', 'very good (5 of 5)'],
    rated: (customer: string, score: string) => `${customer} rated this conversation: ${score}`,
    saying: (line: string, comment: string) => `${line}, “${comment}”`,
    title: 'After the end',
    ask: 'Ask how it was',
    askHelp:
      'When a chat or a mail ticket that an agent answered is over, its customer is asked: five faces and room for a few words. In the drawer while they are in the shop; else, and for mail tickets, by one mail some minutes later. At most once in 30 days for each customer.',
  },
}
