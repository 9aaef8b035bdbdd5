import { describe, expect, it } from 'vitest'
import { heldLink } from '../../server/inbox/held-link.ts'
import { createHold } from '../../server/inbox/hold.ts'
import { fakeLink } from './fake-link.ts'
import { later } from './later.ts'

/** A state that is followed, and an answer that comes when a test says so. */
function followed() {
  const fake = fakeLink()
  const hold = createHold()
  const states: string[] = []
  heldLink(fake.link, hold).on('agents.changed', ({ gone }) => states.push(...gone))
  const ask = () => {
    const answer = later<string>()
    return { say: answer.say, taken: hold.while(answer.come, (state) => states.push(state)) }
  }
  return { states, ask, hear: (state: string) => fake.speak('agents.changed', { agents: [], gone: [state] }) }
}

describe('a state that is read while it changes', () => {
  it('D-4, R-14a stays as young as what was told of it: an older answer does not put it back', async () => {
    const { states, ask, hear } = followed()
    const { say, taken } = ask()
    hear('told meanwhile')
    expect(states).toEqual([])
    say('read')
    await taken
    hear('told later')
    expect(states).toEqual(['read', 'told meanwhile', 'told later'])
  })

  it('D-4 is the one of the newest answer, though an older one comes after it', async () => {
    const { states, ask, hear } = followed()
    const [first, second] = [ask(), ask()]
    hear('told')
    second.say('second')
    await second.taken
    first.say('first')
    expect(await first.taken).toBe('first')
    expect(states).toEqual(['second', 'told'])
  })
})
