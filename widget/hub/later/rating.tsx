import { signal } from '@preact/signals'
import { eyes, mouths } from '../../../server/protocol/faces.ts'
import type { Chat } from '../chat.ts'
import type { Hub } from '../hub.ts'
import { dress } from './dress.ts'
import type { LaterWords } from '../../words/later.en.ts'
import { Worded } from './worded.ts'

const names = ['veryBad', 'bad', 'okay', 'good', 'veryGood'] as const
const longest = 1_000

/** D-10: five faces, from very bad to very good, and a few words if the shopper likes. */
export class Rating extends Worded<{ hub: Hub; chat: Chat }> {
  private score = signal(0)
  private comment = signal('')
  private stage = signal<'asking' | 'sending' | 'failed' | 'done'>('asking')

  private async send(event: Event) {
    event.preventDefault()
    if (this.stage.peek() === 'sending') return
    this.stage.value = 'sending'
    const taken = await this.props.chat.rate(this.score.peek(), this.comment.peek())
    this.stage.value = taken ? 'done' : 'failed'
  }

  override drawIn(words: LaterWords) {
    if (this.stage.value === 'done') {
      return (
        <p class="rating" role="status">
          {words.rateThanks}{' '}
          <button
            type="button"
            class="link"
            onClick={() => {
              this.stage.value = 'asking'
            }}
          >
            {words.rateChange}
          </button>
        </p>
      )
    }
    return (
      <form class="rating" ref={dress} onSubmit={(event) => void this.send(event)}>
        <fieldset>
          <legend>{words.rate}</legend>
          {names.map((name, at) => (
            <label key={name} title={words[name]}>
              <input
                type="radio"
                name="score"
                aria-label={words[name]}
                checked={this.score.value === at + 1}
                onChange={() => {
                  this.score.value = at + 1
                }}
              />
              <svg viewBox="0 0 24 24" aria-hidden="true">
                <circle cx="12" cy="12" r="10" />
                <path d={eyes + mouths[at]} />
              </svg>
            </label>
          ))}
        </fieldset>
        {this.score.value > 0 && (
          <>
            <textarea
              rows={2}
              maxLength={longest}
              dir="auto"
              placeholder={words.rateComment}
              aria-label={words.rateComment}
              defaultValue={this.comment.peek()}
              onInput={(event) => {
                this.comment.value = event.currentTarget.value
              }}
            />
            <button type="submit" class="button solid">
              {words.rateSend}
            </button>
          </>
        )}
        {this.stage.value === 'failed' && <p role="alert">{words.endFailed}</p>}
      </form>
    )
  }
}
