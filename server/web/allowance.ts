import { RateLimiterMemory } from 'rate-limiter-flexible'

/** How much a person may ask in a while. Real time: the test clock does not refill it. */
export type Allowance = { take(event: string): Promise<'ok' | 'too_fast' | 'flood'> }

export type Allowances = { forPerson(id: string): Allowance }

/**
 * `messages` of the named events and `events` of all in 30 seconds a person, over all their pages; who asks for ten
 * times that in spite of being refused is cut off.
 */
export function createAllowances(limit: { messages: number; events: number; counted: readonly string[] }): Allowances {
  const messages = new RateLimiterMemory({ points: limit.messages, duration: 30 })
  const events = new RateLimiterMemory({ points: limit.events, duration: 30 })
  const take = async (limiter: RateLimiterMemory, id: string) => {
    try {
      const left = await limiter.consume(id)
      return left.consumedPoints
    } catch (spent) {
      return typeof spent === 'object' && spent !== null && 'consumedPoints' in spent ? Number(spent.consumedPoints) : 0
    }
  }
  return {
    forPerson: (id) => ({
      async take(event) {
        const all = await take(events, id)
        if (all > limit.events * 10) return 'flood'
        if (all > limit.events) return 'too_fast'
        if (!limit.counted.includes(event)) return 'ok'
        return (await take(messages, id)) > limit.messages ? 'too_fast' : 'ok'
      },
    }),
  }
}
