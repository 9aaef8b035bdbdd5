/** the words about writing while others write. */
export const composingEn = {
  composing: {
    crossed: (names: string, _people: number) => `${names} answered while you were writing:`,
    crossedSomebody: 'A colleague answered while you were writing.',
    crossedAsk: (button: string) => `Not sent yet. “${button}” sends yours all the same, or edit it first.`,
    notSent: 'Yours was not sent:',
    edit: 'Edit',
    discardMine: 'Discard mine',
    macros: 'Macros',
    macrosButton: 'Macros (/)',
    kinds: 'What you write',
    note: 'Note',
    draft: 'Draft',
    writeNote: 'Write a note',
    addNote: 'Add note',
    onlyTeam: 'Only your team sees this',
    notePlaceholder: 'Write a note. @ mentions a colleague',
    noteBy: (name: string) => `${name}, internal note`,
    colleagues: 'Colleagues',
    suggestions: (n: number) => (n === 1 ? '1 suggestion' : `${n} suggestions`),
    noFilesWithNotes: 'Files do not go with notes. Attach them to a reply.',
    mentioned: (name: string, text: string) => `${name} mentioned you: ${text}`,
    newsMeanwhile: (name: string, n: number) =>
      n === 1 ? `${name} has written again since you began.` : `${name} has written ${n} messages since you began.`,
  },
}
