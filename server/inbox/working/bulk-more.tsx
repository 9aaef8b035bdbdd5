import { SnoozeItems } from '../conversation/snooze-items.tsx'
import type { Named } from '../../protocol/ticket.ts'
import type { Action } from '../../protocol/working.ts'
import { useWords } from '../page.ts'
import { Icon } from '../parts/icon.tsx'
import { Menu, MenuItem } from '../parts/menu.tsx'

/** The rest of what can be done to many. `tags`: those to take off, where nobody sees which tickets have them. */
export function BulkMore({ begin, tags }: { begin: (action: Action) => void; tags: readonly Named[] }) {
  const words = useWords()
  const { head, bulk, working } = words
  return (
    <Menu kind="button icon-only small" label={head.more} title={head.more} button={<Icon name="more" small />}>
      {(close) => {
        const pick = (action: Action) => () => {
          close()
          begin(action)
        }
        return (
          <>
            <MenuItem icon={<Icon name="retry" small />} onPick={pick({ do: 'reopen' })}>
              {head.reopen}
            </MenuItem>
            <MenuItem icon={<Icon name="done" small />} onPick={pick({ do: 'read' })}>
              {bulk.read}
            </MenuItem>
            <MenuItem icon={<span class="dot" />} onPick={pick({ do: 'unread' })}>
              {head.unread}
            </MenuItem>
            <MenuItem icon={<Icon name="flag" small />} onPick={pick({ do: 'priority', priority: 'high' })}>
              {working.makeHigh}
            </MenuItem>
            <MenuItem icon={<Icon name="flag" small />} onPick={pick({ do: 'priority', priority: 'normal' })}>
              {working.makeNormal}
            </MenuItem>
            <MenuItem icon={<Icon name="spam" small />} onPick={pick({ do: 'spam', on: true })}>
              {working.markSpam}
            </MenuItem>
            <MenuItem icon={<Icon name="spam" small />} onPick={pick({ do: 'spam', on: false })}>
              {working.notSpam}
            </MenuItem>
            <hr />
            <SnoozeItems onPick={(until) => pick({ do: 'snooze', until })()} />
            {tags.length > 0 && <hr />}
            {tags.map(({ id, name }) => (
              <MenuItem key={id} icon={<Icon name="tag" small />} onPick={pick({ do: 'tag', add: [], remove: [id] })}>
                {working.removeTag(name)}
              </MenuItem>
            ))}
          </>
        )
      }}
    </Menu>
  )
}
