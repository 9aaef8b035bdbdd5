import type { HookResult } from '../../../protocol/webhooks.ts'
import { Icon } from '../../parts/icon.tsx'
import { useSettingsWords } from '../settings-words.ts'

/** What was heard of one try, in words. */
export function Outcome({ heard: { status, trouble, tookMs } }: { heard: HookResult }) {
  const { webhooks: said } = useSettingsWords()
  const good = status !== null && status >= 200 && status < 300
  const text =
    status !== null ? (good ? said.arrived : said.answered)(status, tookMs) : said.trouble[trouble ?? 'unreachable']
  return (
    <p class={`outcome ${good ? 'good' : 'bad'}`}>
      <Icon name={good ? 'check' : 'warning'} small />
      {text}
    </p>
  )
}
