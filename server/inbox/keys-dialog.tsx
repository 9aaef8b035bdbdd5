import { useScreen } from './desk-screen.ts'
import { useWords } from './page.ts'
import { Dialog } from './parts/dialog.tsx'
import { commandKey } from './keys.ts'
import { ownSection, routeUrl } from './route.ts'

/** Every key there is, opened by ?. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const words = useWords()
  const { desk } = useScreen()
  const { singleKeys } = desk.preferences.now.value
  const keys: [string, string[]][] = [
    [words.keys.next, ['j']],
    [words.keys.previous, ['k']],
    [words.keys.open, ['Enter']],
    [words.keys.reply, ['r']],
    [words.composing.writeNote, ['n']],
    [words.composing.useMacro, ['/']],
    [words.keys.done, ['e']],
    [words.keys.snooze, ['s']],
    [words.keys.assign, ['a']],
    [words.working.changeTags, ['t']],
    [words.keys.unread, ['u']],
    [words.did.undo, ['z']],
    [words.search.label, ['f']],
    [words.bulk.choose, ['x']],
    [words.keys.fold, [']']],
    [words.keys.send, ['Enter']],
    [words.keys.newline, ['Shift', 'Enter']],
    [words.keys.back, ['Esc']],
    [words.palette.title, [commandKey, 'K']],
    [words.keys.list, ['?']],
  ]
  return (
    <Dialog title={words.keys.title} onClose={onClose} wide>
      <dl class="keys">
        {keys.map(([what, presses]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>
              {presses.map((key) => (
                <kbd key={key} class="key">
                  {key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <p class="help">
        {singleKeys ? words.keys.off : words.keys.allOff}{' '}
        <a href={routeUrl({ page: 'settings', section: ownSection })} onClick={onClose}>
          {words.preferences.title}
        </a>
      </p>
    </Dialog>
  )
}
