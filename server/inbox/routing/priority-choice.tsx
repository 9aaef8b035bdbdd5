import { useId } from 'preact/hooks'
import { priorities, type Priority } from '../../protocol/priority.ts'
import { useRoutingWords } from './routing-words.ts'

type Props = {
  label: string
  /** What null is called. */
  none: string
  priority: Priority | null
  onPriority: (priority: Priority | null) => void
}

export function PriorityChoice({ label, none, priority, onPriority }: Props) {
  const { editor } = useRoutingWords()
  const id = useId()
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        class="select"
        value={priority ?? ''}
        onChange={(event) => onPriority(priorities.find((one) => one === event.currentTarget.value) ?? null)}
      >
        <option value="">{none}</option>
        {priorities.map((one) => (
          <option key={one} value={one}>
            {editor[one]}
          </option>
        ))}
      </select>
    </div>
  )
}
