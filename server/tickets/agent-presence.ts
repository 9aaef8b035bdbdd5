import type { Presence } from '../protocol/attendance.ts'

/** D-4: online is connected and the switch on. Only who is online is given tickets by round robin. */
export function agentPresence(agent: { connected: boolean; away: boolean }): Presence {
  if (!agent.connected) return 'offline'
  return agent.away ? 'away' : 'online'
}
