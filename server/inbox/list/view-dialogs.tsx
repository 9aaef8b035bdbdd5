import type { SavedChoice, SavedView } from '../../protocol/saved-view.ts'
import { useWords } from '../page.ts'
import { Confirm } from '../parts/dialog.tsx'
import { ViewDialog } from './view-dialog.tsx'

type Props = {
  asking: 'new' | 'change' | 'delete'
  saved: SavedView | null
  /** D-7: may this member share views? */
  shares: boolean
  onSave: (id: string, name: string, shared: boolean, shows?: SavedChoice) => Promise<boolean>
  onDrop: () => void
  onClose: () => void
}

/** What is asked before a view is saved, changed or deleted (S-5). */
export function ViewDialogs({ asking, saved, shares, onSave, onDrop, onClose }: Props) {
  const { savedViews } = useWords()
  if (asking === 'new')
    return (
      <ViewDialog
        title={savedViews.newTitle}
        name=""
        shared={false}
        mayShare={shares}
        onSave={(name, shared) => onSave(crypto.randomUUID(), name, shared)}
        onClose={onClose}
      />
    )
  if (saved === null) return null
  if (asking === 'change')
    return (
      <ViewDialog
        title={savedViews.changeTitle}
        name={saved.name}
        shared={saved.shared}
        mayShare={shares}
        onSave={(name, shared) => onSave(saved.id, name, shared, saved.shows)}
        onClose={onClose}
      />
    )
  return (
    <Confirm
      title={savedViews.deleteTitle(saved.name)}
      text={saved.shared ? savedViews.deleteShared : savedViews.deleteText}
      yes={savedViews.delete}
      onYes={onDrop}
      onClose={onClose}
    />
  )
}
