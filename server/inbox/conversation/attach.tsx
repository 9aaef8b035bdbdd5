import './files.css'
import { useSignal } from '@preact/signals'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import type { FileMisfit } from '../../protocol/file-room.ts'
import { usePage, useWords } from '../page.ts'
import { Icon } from '../parts/icon.tsx'
import { catchFocus } from '../parts/lost-focus.ts'
import type { Attached, Picked } from './attached.ts'
import { sizeIn } from '../../../widget/thread/file-size.ts'

/** picks files from the computer. */
export function AttachButton({ attached }: { attached: Attached }) {
  const { files } = useWords()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button
        type="button"
        class="button icon-only"
        aria-label={files.attach}
        title={files.attach}
        disabled={attached.sending.value}
        onClick={() => input.current?.click()}
      >
        <Icon name="clip" />
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        data-attach
        onChange={(event) => {
          attached.add([...(event.currentTarget.files ?? [])])
          // The same file can be picked again.
          event.currentTarget.value = ''
        }}
      />
    </>
  )
}

/** What was picked, each to be taken away again, and why it cannot be sent. */
export function PickedFiles({ attached, misfit }: { attached: Attached; misfit: FileMisfit | null }) {
  const words = useWords()
  const items = attached.items.value
  const why = misfit?.refused ?? attached.problem.value
  const about = misfit?.file == null ? undefined : items.find(({ id }) => id === misfit.file)
  if (items.length === 0) return null
  return (
    <div class="picked">
      <ul>
        {items.map((item) => (
          <PickedFile key={item.id} item={item} attached={attached} wrong={item === about} />
        ))}
      </ul>
      <p class="error" role="alert">
        {why !== null && (about ? words.files.problem(about.name, words.refused[why]) : words.refused[why])}
      </p>
    </div>
  )
}

function PickedFile({ item, attached, wrong }: { item: Picked; attached: Attached; wrong: boolean }) {
  const { files } = useWords()
  const { moments } = usePage()
  const picture = /^image\/(?:jpeg|png|gif|webp|avif)$/.test(item.type)
  const preview = useMemo(() => (picture ? URL.createObjectURL(item.file) : null), [picture, item.file])
  useEffect(() => () => preview === null || URL.revokeObjectURL(preview), [preview])
  /** By its name only: there is nothing to be seen of it. */
  const unseen = useSignal(false)
  return (
    <li class={wrong ? 'wrong' : ''}>
      {preview === null || unseen.value ? (
        <Icon name="file" />
      ) : (
        <img src={preview} alt="" onError={() => (unseen.value = true)} />
      )}
      <span class="about">
        <bdi class="cut">{item.name}</bdi>
        <span class="text-3 digits">{sizeIn(moments.value.locale, item.size)}</span>
      </span>
      <button
        type="button"
        class="button icon-only"
        aria-label={files.remove(item.name)}
        title={files.remove(item.name)}
        disabled={attached.sending.value}
        onClick={(event) => {
          catchFocus(event.currentTarget.closest('form'), 'textarea')
          attached.remove(item.id)
        }}
      >
        <Icon name="cross" small />
      </button>
    </li>
  )
}
