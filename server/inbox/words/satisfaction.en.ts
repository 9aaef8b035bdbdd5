/** How a customer says it was, after the end (D-10). */
export const satisfactionEn = {
  satisfaction: {
    score: ['', 'very bad', 'bad', 'okay', 'good', 'very good'],
    rated: (customer: string, score: string, n: number) => `${customer} rated this conversation: ${score} (${n} of 5)`,
    saying: (line: string, comment: string) => `${line}, “${comment}”`,
    title: 'After the end',
    ask: 'Ask how it was',
    askHelp:
      'When a chat that an agent answered is over, the drawer asks: five faces and room for a few words. At most once in 30 days for each customer.',
  },
}
