/** What an agent judged, with the words it was about. `before`: what was judged until then, for undo. */
export type Lesson = { yes: boolean; before: boolean | null; words: string[] }

/** A judgement by hand, or that the last one is taken back. */
export type Judgement = boolean | 'taken_back'

/**
 * S-8, D-5: what stands after a judgement, null: nothing; `unchanged`: it stood so already. A ticket has one lesson for
 * each label, so that whoever changes their mind teaches once; taking back brings what stood before.
 */
export function lessonAfter(
  was: Lesson | undefined,
  judgement: Judgement,
  words: readonly string[],
): Lesson | null | 'unchanged' {
  if (judgement === 'taken_back') {
    if (was === undefined) return 'unchanged'
    return was.before === null ? null : { yes: was.before, before: null, words: was.words }
  }
  if (was?.yes === judgement) return 'unchanged'
  return { yes: judgement, before: was?.yes ?? null, words: [...words] }
}
