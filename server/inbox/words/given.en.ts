/** English lines of tickets that were given out by themselves (D-4). `away`: who had it and is away. */
export const givenEn = {
  given: {
    round: (to: string, away?: string) =>
      away ? `Given to ${to} by round robin, because ${away} is away` : `Given to ${to} by round robin`,
    rule: (to: string, rule: string, away?: string) =>
      `Given to ${to} by the rule “${rule}”${away ? `, because ${away} is away` : ''}`,
    team: (team: string, rule: string) => `Given to team ${team} by the rule “${rule}”`,
    high: (rule: string) => `Priority set to high by the rule “${rule}”`,
    normal: (rule: string) => `Priority set to normal by the rule “${rule}”`,
  },
}
