/** The `{name}` marks of a sentence, each once, in order: what is filled in when it is said. */
export function marksOf(sentence: string): string[] {
  return [...new Set([...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[0]))].sort()
}

/** The marks that another wording lost, and those it made up. */
export function changedMarks(sentence: string, wording: string): { lost: string[]; unknown: string[] } {
  const [wanted, written] = [marksOf(sentence), marksOf(wording)]
  return {
    lost: wanted.filter((mark) => !written.includes(mark)),
    unknown: written.filter((mark) => !wanted.includes(mark)),
  }
}
