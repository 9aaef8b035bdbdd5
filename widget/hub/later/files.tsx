import { signal } from '@preact/signals'
import type { ErrorCode } from '../../../server/protocol/errors.ts'
import { sizeIn } from '../../thread/file-size.ts'
import type { ShownFile } from '../../thread/layout.ts'
import type { Chat } from '../chat.ts'
import type { Hub } from '../hub.ts'
import { Icon } from '../icon.tsx'
import { dress } from './dress.ts'
import { heldFile } from './kept-files.ts'
import { isPicture, Picture } from './picture.tsx'
import type { LaterWords } from '../../words/later.en.ts'
import { problemOf } from './file-problem.ts'
import { sayOf } from './file-name.ts'
import { takeBack } from './send-files.ts'
import { Worded } from './worded.ts'

export type FilesProps = {
  hub: Hub
  chat: Chat
  message: string
  files: readonly ShownFile[]
  /** Why they were not sent. */
  problem: ErrorCode | null
}

/** Links hold for ten minutes: a page that stays open asks anew before that, and soon where it got none. */
const askAgainAfter = 540_000
const askSoonAfter = 5_000

/** The files of a message: pictures as such, the rest by name; each opens beside the shop's page. */
export class Files extends Worded<FilesProps> {
  private links = signal<ReadonlyMap<string, string>>(new Map())
  private broken = signal<ReadonlySet<string>>(new Set())
  private timer = 0

  override componentDidMount() {
    super.componentDidMount()
    void this.ask()
  }

  override componentDidUpdate(before: FilesProps) {
    // Its echo came: now there is something to ask for.
    if (!before.files[0]?.id && this.props.files[0]?.id) void this.ask()
  }

  override componentWillUnmount() {
    clearTimeout(this.timer)
    super.componentWillUnmount()
  }

  private async ask() {
    clearTimeout(this.timer)
    const { chat, message, files } = this.props
    if (!files[0]?.id) return
    const links = await chat.links(message)
    if (links) this.links.value = links
    this.timer = window.setTimeout(() => void this.ask(), links ? askAgainAfter : askSoonAfter)
  }

  override drawIn(words: LaterWords) {
    const { chat, message, files, problem } = this.props
    const sending = chat.uploading.value
    return (
      <div ref={dress} class="files">
        {files.map((file, at) => this.drawFile(words, file, at))}
        {sending?.id === message && <progress max="1" value={sending.part} aria-label={words.uploading} />}
        {problem && (
          <p class="why">
            {problemOf(words, problem, files.length === 1 ? files[0] : undefined)}{' '}
            {/* Back to where it was written, so that a file can be left out and nothing typed is lost. */}
            <button type="button" class="link" onClick={() => void takeBack(chat, message)}>
              {words.takeBack}
            </button>
          </p>
        )}
      </div>
    )
  }

  private drawFile(words: LaterWords, file: ShownFile, at: number) {
    const { hub, message } = this.props
    const { name, type, size, id } = file
    const link = id && this.links.value.get(id)
    const source = heldFile(message, at) ?? link
    const label = sayOf(words.openFile, name)
    const shown =
      isPicture(type) && source && !this.broken.value.has(name) ? (
        <Picture
          source={source}
          label={link ? '' : name}
          failed={() => {
            this.broken.value = new Set([...this.broken.peek(), name])
          }}
        />
      ) : (
        <>
          <Icon name="clip" />
          <bdi>{name}</bdi>
          {size !== null && <small>{sizeIn(hub.locale, size)}</small>}
        </>
      )
    return link ? (
      <a key={at} class="file" href={link} target="_blank" rel="noopener noreferrer" aria-label={label}>
        {shown}
      </a>
    ) : (
      <span key={at} class="file">
        {shown}
      </span>
    )
  }
}
