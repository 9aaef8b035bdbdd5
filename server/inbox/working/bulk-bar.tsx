import './bulk-bar.css'
import { useSignal } from '@preact/signals'
import { useCallback, useEffect } from 'preact/hooks'
import { limits } from '../../protocol/limits.ts'
import type { BulkOver } from '../../protocol/bulk.ts'
import type { Action } from '../../protocol/working.ts'
import { useScreen } from '../desk-screen.ts'
import { useWords } from '../page.ts'
import { Icon } from '../parts/icon.tsx'
import { Picker } from '../parts/picker.tsx'
import { useAssignees } from './assignees.tsx'
import { BulkMore } from './bulk-more.tsx'
import { scopeOf } from './scope-of.ts'

/** What is done to the picked tickets; it stands where the filters were. */
export function BulkBar({ search }: { search: string }) {
  const words = useWords()
  const { desk, selection, bulks, unpick } = useScreen()
  const { bulk, working } = words
  const rows = desk.list.rows.value
  const picked = selection.picked.value
  const all = selection.all.value
  const more = desk.list.more.value
  const found = useSignal<number | null>(null)
  const every = useCallback((): BulkOver => ({ list: scopeOf(desk.shown.peek()), search }), [desk, search])
  useEffect(() => {
    found.value = null
    if (!all) return
    void bulks.count(every()).then((n) => {
      found.value = n
      // Nobody can say how many: what is loaded can still be seen.
      if (n === null && selection.all.peek()) selection.pickLoaded()
    })
  }, [all, bulks, every, found, selection])
  const { groups, pick } = useAssignees(null)
  const begin = async (action: Action) => {
    if (await bulks.begin(all ? every() : { tickets: [...picked] }, action, all)) unpick()
  }
  const everyLoaded = !all && rows.length > 0 && rows.every(({ id }) => picked.has(id))
  const tooMany = !all && picked.size > limits.picked
  const shown = rows.filter(({ id }) => picked.has(id))
  const onTag = (id: string) => {
    const n = all ? 0 : shown.filter((row) => row.tags.some((tag) => tag.id === id)).length
    return n === 0 ? false : n === shown.length ? true : ('some' as const)
  }
  const many = all ? found.value : picked.size
  return (
    <div class="bulk" role="group" aria-label={bulk.label}>
      <div class="bulk-line">
        <input
          class="pick-box"
          type="checkbox"
          checked
          ref={(box) => {
            if (box) box.indeterminate = !all && !everyLoaded
          }}
          aria-label={all || everyLoaded ? bulk.none : bulk.pickLoaded}
          title={all || everyLoaded ? bulk.none : bulk.pickLoaded}
          onClick={(event) => {
            event.preventDefault()
            if (all || everyLoaded) unpick()
            else selection.pickLoaded()
          }}
        />
        <span class="bulk-count digits" role="status">
          {many === null ? bulk.counting : bulk.selected(many)}
        </span>
        <span class="bulk-actions">
          <Picker
            kind="button icon-only small"
            label={words.head.assign}
            title={words.head.assignTo}
            align="start"
            disabled={tooMany}
            groups={groups}
            onPick={(key) => {
              const to = pick(key)
              if (to === null) void begin({ do: 'assign', agent: null, team: null })
              else if ('team' in to) void begin({ do: 'assign', agent: null, team: to.team.id })
              else void begin({ do: 'assign', agent: to.agent.id })
            }}
            button={<Icon name="person" small />}
          />
          <Picker
            kind="button icon-only small"
            label={working.changeTags}
            title={working.changeTags}
            disabled={tooMany}
            placeholder={working.searchTags}
            nothing={working.noTags}
            groups={[
              {
                choices: desk.filing.tags.value.map(({ id, name }) => ({ key: id, label: name, chosen: onTag(id) })),
              },
            ]}
            onPick={(id) => void begin({ do: 'tag', ...(onTag(id) === true ? remove(id) : add({ id })) })}
            make={{
              label: working.newTag,
              run: (name) => void begin({ do: 'tag', ...add({ name }) }),
              most: limits.tagName,
            }}
            button={<Icon name="tag" small />}
          />
          <button
            type="button"
            class="button icon-only small"
            aria-label={words.head.done}
            title={words.head.doneHint}
            disabled={tooMany}
            onClick={() => void begin({ do: 'close' })}
          >
            <Icon name="check" small />
          </button>
          {!tooMany && <BulkMore begin={(action) => void begin(action)} tags={all ? desk.filing.tags.value : []} />}
        </span>
      </div>
      {everyLoaded && more && (
        <p class="bulk-all">
          <button type="button" class="link" onClick={() => selection.pickAll()}>
            {bulk.pickAll}
          </button>
        </p>
      )}
      {tooMany && <p class="bulk-all">{bulk.tooMany(limits.picked)}</p>}
    </div>
  )
}

const add = (tag: { id: string } | { name: string }) => ({ add: [tag], remove: [] })
const remove = (id: string) => ({ add: [], remove: [id] })
