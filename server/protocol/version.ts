/** The wire's version. A client of another version is told to reload (`version`), never guessed at. */
export const protocolVersion = 1
