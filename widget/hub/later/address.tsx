import { signal } from '@preact/signals'
import type { Chat } from '../chat.ts'
import type { Hub } from '../hub.ts'
import { say } from '../voice.ts'
import { offersAddressFrom } from './address-offer.ts'
import { dress } from './dress.ts'
import type { LaterWords } from '../../words/later.en.ts'
import { Worded } from './worded.ts'

/** where an answer may go when the shopper is away: offered where it helps, shown and changed once it was left. */
export class Address extends Worded<{ hub: Hub; chat: Chat }> {
  private changing = signal(false)
  private problem = signal('')
  private now = signal(this.props.chat.world.now())
  private cancel = () => {}

  override componentWillUnmount() {
    this.cancel()
    super.componentWillUnmount()
  }

  private async leave(event: SubmitEvent, words: LaterWords) {
    event.preventDefault()
    const { currentTarget: form } = event
    if (!(form instanceof HTMLFormElement)) return
    const email = new FormData(form).get('email')
    const code = await this.props.chat.leaveAddress(typeof email === 'string' ? email : '')
    this.problem.value = code === null ? '' : code === 'no_address' ? words.addressWrong : words.endFailed
    if (code === null) this.changing.value = false
  }

  /** Is it time to ask for one? If it will be, this is drawn again then. */
  private isOffered(): boolean {
    const { world, current, hours } = this.props.chat
    const from = offersAddressFrom(current.value.thread.events.value, hours.value)
    const wait = (from ?? 0) - this.now.value
    this.cancel()
    if (wait > 0) {
      this.cancel = world.after(wait, () => {
        this.now.value = world.now()
      })
    }
    return from !== null && wait <= 0
  }

  override drawIn(words: LaterWords) {
    const left = this.props.chat.left.value
    const offered = this.isOffered()
    if (left && !this.changing.value) {
      return (
        <p class="address" ref={dress} role="status">
          <small>{say(words.addressLeft, { address: left })}</small>
          <button
            type="button"
            class="link"
            onClick={() => {
              this.changing.value = true
            }}
          >
            {words.addressChange}
          </button>
        </p>
      )
    }
    if (!offered && !this.changing.value) return null
    return (
      <form class="address" ref={dress} noValidate onSubmit={(event) => void this.leave(event, words)}>
        <label for="hub-address">{words.address}</label>
        <input id="hub-address" type="email" name="email" autocomplete="email" dir="ltr" defaultValue={left ?? ''} />
        <button type="submit" class="button">
          {words.addressSave}
        </button>
        {this.problem.value && <p role="alert">{this.problem.value}</p>}
      </form>
    )
  }
}
