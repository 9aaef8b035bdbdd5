import { useSignal } from '@preact/signals'
import type { RoutingRule } from '../../protocol/routing.ts'
import { Dialog } from '../parts/dialog.tsx'
import { FormFoot, TextSetting } from '../settings/form-parts.tsx'
import { useRoutingWords } from './routing-words.ts'
import { RuleThen, type Where } from './rule-then.tsx'
import { RuleWhen, type When } from './rule-when.tsx'
import { listed } from './rule-said.ts'

type Props = {
  rule: RoutingRule
  /** Answers whether it was saved. */
  onSave: (rule: RoutingRule) => Promise<boolean>
  onClose: () => void
}

/** Writes one rule: what a ticket has to be, and where it goes then. It stays open where it could not be saved. */
export function RuleEditor({ rule, onSave, onClose }: Props) {
  const { editor } = useRoutingWords()
  const name = useSignal(rule.name)
  const when = useSignal<When>({
    ...rule.when,
    segments: rule.when.segments.join(', '),
    words: rule.when.words.join(', '),
  })
  const where = useSignal<Where>(whereOf(rule))
  const tried = useSignal(false)
  const saving = useSignal(false)
  const nameless = name.value.trim() === ''
  const { to, priority } = where.value
  const nowhere = (to.kind === 'team' && to.team === '') || (to.kind === 'agent' && to.agent === '')
  const idle = to.kind === 'usual' && priority === null
  const save = async () => {
    tried.value = true
    if (nameless || nowhere || idle || saving.peek()) return
    saving.value = true
    const { segments, words: said, ...asked } = when.peek()
    const saved = await onSave({
      id: rule.id,
      name: name.peek().trim(),
      when: { ...asked, segments: listed(segments), words: listed(said) },
      to,
      priority,
    })
    saving.value = false
    if (saved) onClose()
  }
  const wrong = !tried.value ? null : nowhere ? editor.chooseMissing : idle ? editor.doesNothing : null
  return (
    <Dialog title={editor.title} onClose={onClose} wide>
      <form
        class="rule-editor"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <TextSetting
          label={editor.name}
          value={name.value}
          max={80}
          help={editor.nameHelp}
          wrong={tried.value && nameless ? editor.nameMissing : null}
          onValue={(value) => (name.value = value)}
        />
        <RuleWhen when={when.value} onWhen={(value) => (when.value = value)} />
        <RuleThen where={where.value} onWhere={(value) => (where.value = value)} />
        <FormFoot problem={wrong} save={editor.save} saving={saving.value} onLeave={onClose} />
      </form>
    </Dialog>
  )
}

const whereOf = ({ to, priority }: RoutingRule): Where => ({ to, priority })
