import { effect, type Signal, signal } from '@preact/signals'
import { type ChannelName, channelNames } from '../../protocol/channel.ts'
import type { Kept } from '../storage.ts'

const key = 'hub.folded-channels'

/** Which channels of grouped lists are folded; this browser remembers. */
export function keptFolds(storage: Kept): Signal<readonly ChannelName[]> {
  const kept = storage.getItem(key)?.split(',') ?? []
  const folded = signal<readonly ChannelName[]>(channelNames.filter((name) => kept.includes(name)))
  effect(() => storage.setItem(key, folded.value.join(',')))
  return folded
}
