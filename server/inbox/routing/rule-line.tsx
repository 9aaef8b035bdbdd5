import type { RoutingRule } from '../../protocol/routing.ts'
import { lacks } from '../../protocol/routing-lacks.ts'
import { DeleteButton } from '../parts/delete-button.tsx'
import { Icon } from '../parts/icon.tsx'
import { ruleSaid } from './rule-said.ts'
import { useRoutingWords } from './routing-words.ts'
import { useNames } from './use-names.ts'

type Props = {
  rule: RoutingRule
  at: number
  of: number
  dragged: boolean
  onMove: (to: number) => void
  onGrab: () => void
  onEdit: () => void
  onDelete: () => void
}

/** One rule in words, with its handle. What it names and is gone stands under it. */
export function RuleLine({ rule, at, of, dragged, onMove, onGrab, onEdit, onDelete }: Props) {
  const said = useRoutingWords()
  const names = useNames()
  const { asks, goes } = ruleSaid(rule, names, said)
  const gone = lacks(rule, names.known)
  return (
    <li data-dragged={dragged || undefined} data-broken={gone.length > 0 || undefined}>
      <button
        type="button"
        class="button icon-only rule-handle"
        aria-label={said.move(rule.name, said.place(at + 1, of))}
        title={said.move(rule.name, said.place(at + 1, of))}
        onPointerDown={(event) => event.button === 0 && onGrab()}
        onKeyDown={(event) => {
          const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
          if (step === undefined) return
          event.preventDefault()
          onMove(at + step)
        }}
      >
        <Icon name="sort" small />
      </button>
      <span class="rule-number digits">{at + 1}</span>
      <div class="rule-said">
        <b>{rule.name}</b>
        <p class="small-text text-2">{asks}</p>
        <p class="small-text rule-goes">
          <Icon name="right" small />
          <span>{goes}</span>
        </p>
        {gone.length > 0 && (
          <p class="small-text rule-gone">
            <Icon name="warning" small />
            <span>
              {gone.map((one) => said.broken[one]).join('. ')}. {said.brokenText}
            </span>
          </p>
        )}
      </div>
      <button
        type="button"
        class="button icon-only"
        aria-label={said.edit(rule.name)}
        title={said.edit(rule.name)}
        onClick={onEdit}
      >
        <Icon name="pencil" small />
      </button>
      <DeleteButton label={said.remove(rule.name)} text={said.removeText} yes={said.delete} onYes={onDelete} />
    </li>
  )
}
