/**
 * Calls `onGone` once when the process that started this one is gone, however it ended. Does nothing for a process
 * that was started on its own, as in production.
 */
export function followParent(onGone: () => void): void {
  if (process.connected === false) return onGone()
  if (process.channel === undefined) return
  process.once('disconnect', onGone)
  // The channel alone shall not keep a process alive that has finished.
  process.channel?.unref()
}
