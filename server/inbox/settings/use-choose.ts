import type { Preferences } from '../../protocol/own-choices.ts'
import { useScreen } from '../desk-screen.ts'

/** Changes some of the agent's own choices; what the desk does not keep is taken back, and said. */
export function useChoose() {
  const { desk } = useScreen()
  return (change: Partial<Preferences>) => void desk.done(desk.preferences.change(change))
}
