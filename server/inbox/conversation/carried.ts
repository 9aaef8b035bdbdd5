import { computed } from '@preact/signals'
import type { Outbox } from '../../../widget/thread/outbox.ts'
import type { MacroAction } from '../../protocol/macro.ts'
import { type ChannelName, channelNames } from '../../protocol/channel.ts'

/**
 * What goes with a reply at every try: its channel, what its writer knew, when its draft was written, and
 * what a macro has done with it.
 */
export type Carried = {
  channel?: ChannelName | undefined
  knew?: number | undefined
  written?: number | undefined
  actions?: readonly MacroAction[] | undefined
  /** W-12: its customer goes on waiting. */
  still?: true | undefined
}

/** As it comes out of the browser's storage, where anything may stand: an older page kept the channel alone. */
export function carriedBy(via: unknown): Carried {
  if (typeof via === 'string') return { channel: channelNames.find((name) => name === via) }
  const given: Partial<Record<keyof Carried, unknown>> = via instanceof Object ? via : {}
  const count = (n: unknown) => (Number.isSafeInteger(n) ? Number(n) : undefined)
  return {
    channel: channelNames.find((name) => name === given.channel),
    knew: count(given.knew),
    written: count(given.written),
    actions: isActions(given.actions) ? given.actions : undefined,
    still: given.still === true ? true : undefined,
  }
}

/** What they are the desk looks at; here they only have to be some. */
function isActions(found: unknown): found is MacroAction[] {
  return Array.isArray(found) && found.every((one) => one instanceof Object && 'do' in one)
}

/** The outbox as a thread draws it: of what a reply carries, its bubble shows the channel. */
export function drawnOutbox(outbox: Outbox<Carried>): Pick<Outbox, 'items' | 'settle'> {
  return {
    items: computed(() => outbox.items.value.map((item) => ({ ...item, via: carriedBy(item.via).channel }))),
    settle: outbox.settle,
  }
}
