/** Something about the database that a person can put right; the message is the sentence to show them, without a trace. */
export class DatabaseProblem extends Error {
  override name = 'DatabaseProblem'
}
