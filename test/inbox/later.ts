/** An answer that comes when a test says so, and says then what the test wants. */
export function later<A>() {
  let say = (_answer: A) => {}
  const answer = new Promise<A>((resolve) => {
    say = resolve
  })
  return { say, come: () => answer }
}
