import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

const onLinux = process.platform === 'linux'

/** A process that has ended but that its parent has not yet buried is gone too. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !onLinux || !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await pause(10)
}
