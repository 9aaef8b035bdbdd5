import { signal } from '@preact/signals'
import { sizeIn } from '../../thread/file-size.ts'
import type { Chat } from '../chat.ts'
import type { Hub } from '../hub.ts'
import { Icon, IconButton } from '../icon.tsx'
import { dress } from './dress.ts'
import { isPicture, Picture } from './picture.tsx'
import { plainName, sayOf } from './file-name.ts'
import { isLookedInto, lookInto, misfitOf } from './send-files.ts'
import { problemOf } from './file-problem.ts'
import type { LaterWords } from '../../words/later.en.ts'
import { Worded } from './worded.ts'

/** What was picked, pasted or dropped: each to be taken away again, and in words why it cannot be sent. */
export class Picked extends Worded<{ hub: Hub; chat: Chat }> {
  /** Counts the looks into files, each of which may find something wrong. */
  private looks = signal(0)

  override drawIn(words: LaterWords) {
    const { hub, chat } = this.props
    const files = chat.files.value
    if (!files.length) return null
    if (this.looks.value >= 0 && !isLookedInto(files)) {
      void lookInto(files).then(() => {
        this.looks.value = this.looks.peek() + 1
      })
    }
    const misfit = misfitOf(files)
    const wrong = files[Number(misfit?.file ?? -1)]
    return (
      <div ref={dress} class="picked">
        <ul aria-label={words.picked}>
          {files.map((file) => (
            <li key={`${file.name} ${file.lastModified} ${file.size}`} class={file === wrong ? 'wrong' : ''}>
              {isPicture(file.type) ? <Picture source={file} label="" /> : <Icon name="clip" />}
              <span class="grow">
                <bdi>{plainName(file.name)}</bdi>
                <small>{sizeIn(hub.locale, file.size)}</small>
              </span>
              <IconButton
                name="close"
                label={sayOf(words.removeFile, file.name)}
                press={() => {
                  chat.files.value = files.filter((other) => other !== file)
                }}
              />
            </li>
          ))}
        </ul>
        <p role="alert">{misfit && problemOf(words, misfit.refused, wrong)}</p>
      </div>
    )
  }
}
