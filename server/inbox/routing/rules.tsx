import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { browserWorld } from '../../../widget/thread/world.ts'
import { limits } from '../../protocol/limits.ts'
import type { RoutingRule } from '../../protocol/routing.ts'
import { Icon } from '../parts/icon.tsx'
import { useRoutingWords } from './routing-words.ts'
import { RuleEditor } from './rule-editor.tsx'
import { RuleLine } from './rule-line.tsx'

type Props = { rules: readonly RoutingRule[]; onRules: (rules: RoutingRule[], text?: string) => Promise<boolean> }

const fresh = (): RoutingRule => ({
  id: browserWorld().newId(),
  name: '',
  when: { channels: [], segments: [], tags: [], languages: [], priority: null, words: [] },
  to: { kind: 'usual' },
  priority: null,
})

/** The rules in their order: dragged by their handles, with a mouse or a finger, or moved by the arrow keys. */
export function Rules({ rules, onRules }: Props) {
  const said = useRoutingWords()
  const edited = useSignal<RoutingRule | null>(null)
  /** The rule that is dragged, and where it would stand. */
  const dragged = useSignal<{ id: string; to: number } | null>(null)
  const list = useRef<HTMLOListElement>(null)
  /** Ends the drag that goes on, if one does. */
  const hand = useRef<AbortController>(null)
  useEffect(() => () => hand.current?.abort(), [])
  const now = dragged.value
  const shown = now === null ? rules : moved(rules, now.id, now.to)
  const move = async (rule: RoutingRule, to: number) => {
    if (to < 0 || to >= rules.length || rules[to] === rule) return
    await onRules(moved(rules, rule.id, to), said.moved(rule.name, to + 1))
    list.current?.querySelectorAll<HTMLElement>('.rule-handle')[to]?.focus()
  }
  const grab = (rule: RoutingRule, at: number) => {
    hand.current?.abort()
    hand.current = new AbortController()
    const { signal } = hand.current
    dragged.value = { id: rule.id, to: at }
    const drop = (to: number | undefined) => {
      hand.current?.abort()
      dragged.value = null
      if (to !== undefined) void move(rule, to)
    }
    addEventListener(
      'pointermove',
      ({ clientY }) => {
        const to = placeAt(list.current, clientY)
        if (dragged.peek()?.to !== to) dragged.value = { id: rule.id, to }
      },
      { signal },
    )
    addEventListener('pointerup', () => drop(dragged.peek()?.to), { signal })
    addEventListener('pointercancel', () => drop(undefined), { signal })
    addEventListener('keydown', ({ key }) => key === 'Escape' && drop(undefined), { signal })
  }
  const save = (rule: RoutingRule) => {
    const known = rules.some(({ id }) => id === rule.id)
    return onRules(known ? rules.map((one) => (one.id === rule.id ? rule : one)) : [...rules, rule])
  }
  return (
    <>
      {rules.length === 0 && <p class="text-3">{said.none}</p>}
      <ol class="rules" ref={list} data-dragging={now !== null || undefined}>
        {shown.map((rule, at) => (
          <RuleLine
            key={rule.id}
            rule={rule}
            at={at}
            of={rules.length}
            dragged={now?.id === rule.id}
            onMove={(to) => void move(rule, to)}
            onGrab={() => grab(rule, at)}
            onEdit={() => (edited.value = rule)}
            onDelete={() => void onRules(rules.filter(({ id }) => id !== rule.id))}
          />
        ))}
      </ol>
      {rules.length < limits.routingRules && (
        <button type="button" class="button line add-rule" onClick={() => (edited.value = fresh())}>
          <Icon name="plus" small />
          {said.add}
        </button>
      )}
      {edited.value && (
        <RuleEditor key={edited.value.id} rule={edited.value} onSave={save} onClose={() => (edited.value = null)} />
      )}
    </>
  )
}

/** Where the dragged line belongs while the pointer is at this height: below all others whose middle it has passed. */
function placeAt(list: HTMLElement | null, y: number): number {
  const others = [...(list?.children ?? [])].filter((line) => !line.hasAttribute('data-dragged'))
  return others.filter((line) => {
    const { top, bottom } = line.getBoundingClientRect()
    return (top + bottom) / 2 < y
  }).length
}

function moved(rules: readonly RoutingRule[], id: string, to: number): RoutingRule[] {
  const rule = rules.find((one) => one.id === id)
  const others = rules.filter((one) => one.id !== id)
  return rule === undefined ? others : others.toSpliced(to, 0, rule)
}
