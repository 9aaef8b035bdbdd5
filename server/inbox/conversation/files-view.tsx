import './files.css'
import { useSignal } from '@preact/signals'
import type { ThreadFile } from '../../protocol/files.ts'
import { usePage, useWords } from '../page.ts'
import { Dialog } from '../parts/dialog.tsx'
import { Icon, type IconName } from '../parts/icon.tsx'
import { sizeIn } from '../../../widget/thread/file-size.ts'
import type { Enclosed } from './files.ts'

const address = (file: ThreadFile) => `/api/attachments/${file.id}`

/** M-5: what came with a message, under its words. Pictures and films have their place from the first moment on. */
export function FilesView({ enclosed: { files, story } }: { enclosed: Enclosed }) {
  if (files.length === 0) return null
  return (
    <ul class={`files${story === null ? '' : ' of-story'}`}>
      {files.map((file) => (
        <li key={file.id} class={`kind-${file.kind}`}>
          <FileView file={file} />
        </li>
      ))}
    </ul>
  )
}

/** T-5: what the message speaks of, above its words. */
export function StoryLine({ enclosed: { story } }: { enclosed: Enclosed }) {
  const words = useWords()
  if (story === null) return null
  return (
    <p class="story-line">
      <Icon name="camera" small />
      {words.files.story[story]}
    </p>
  )
}

function FileView({ file }: { file: ThreadFile }) {
  const words = useWords()
  /** It came, but the browser cannot show it. */
  const broken = useSignal(false)
  const show = useSignal(false)
  if (file.state === 'waiting') return <Missing file={file} icon="clock" text={words.files.coming[file.kind]} />
  if (file.state === 'lost') {
    return <Missing file={file} icon="warning" text={words.files.lost[file.why ?? 'gone']} />
  }
  if (broken.value || file.kind === 'file') return <FileCard file={file} />
  const onError = () => (broken.value = true)
  if (file.kind === 'video') {
    return (
      <video class="frame" src={address(file)} controls preload="metadata" aria-label={file.name} onError={onError} />
    )
  }
  if (file.kind === 'audio') {
    return <audio src={address(file)} controls preload="metadata" aria-label={file.name} onError={onError} />
  }
  return (
    <>
      <button
        type="button"
        class="frame"
        aria-label={words.files.enlarge(file.name)}
        onClick={() => (show.value = true)}
      >
        <img src={address(file)} alt="" loading="lazy" decoding="async" onError={onError} />
      </button>
      {show.value && (
        <Dialog title={file.name} wide="most" onClose={() => (show.value = false)}>
          <img class="whole-picture" src={address(file)} alt={file.name} />
          <footer>
            <a class="button line" href={address(file)} download={file.name}>
              {words.files.save}
            </a>
          </footer>
        </Dialog>
      )}
    </>
  )
}

/** A file that is no picture, or that the browser cannot show, to be saved. */
function FileCard({ file }: { file: ThreadFile }) {
  const words = useWords()
  const { moments } = usePage()
  return (
    <a class="file-card" href={address(file)} download={file.name} title={words.files.save}>
      <Icon name="file" />
      <span class="about">
        <bdi class="cut">{file.name}</bdi>
        <span class="text-3 digits">{file.size === null ? '' : sizeIn(moments.value.locale, file.size)}</span>
      </span>
      <Icon name="save" small />
    </a>
  )
}

function Missing({ file, icon, text }: { file: ThreadFile; icon: IconName; text: string }) {
  const framed = file.kind === 'picture' || file.kind === 'video'
  return (
    <div class={framed ? 'frame missing' : 'file-card missing'}>
      <Icon name={icon} />
      <span class="about">
        {!framed && <bdi class="cut">{file.name}</bdi>}
        <span>{text}</span>
      </span>
    </div>
  )
}
