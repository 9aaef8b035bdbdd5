/** the words about writing while others write. */
export const composingEn = {
  composing: {
    crossed: (names: string, _people: number) => `${names} answered while you were writing:`,
    crossedSomebody: 'A colleague answered while you were writing.',
    crossedAsk: (button: string) => `Not sent yet. “${button}” sends yours all the same, or edit it first.`,
    notSent: 'Yours was not sent:',
    edit: 'Edit',
    discardMine: 'Discard mine',
    newsMeanwhile: (name: string, n: number) =>
      n === 1 ? `${name} has written again since you began.` : `${name} has written ${n} messages since you began.`,
  },
}
