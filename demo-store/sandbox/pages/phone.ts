import { brand, channelWords, type PhoneChannel } from '../brand.ts'
import { type Html, html } from '../../html.ts'
import type { Acts } from '../acts.ts'
import type { File } from '../files.ts'
import type { Entry } from '../memory.ts'
import { samplePictures } from '../pictures.ts'
import { icons } from './icons.ts'
import { clockTime } from './moments.ts'
import { pathOf, type View } from './view.ts'

/** Whom the phone shows on top: the brand, by the name it has there. */
const contact: Readonly<Record<PhoneChannel, string>> = {
  sms: brand.sms.number,
  whatsapp: brand.whatsapp.number,
  instagram: `@${brand.instagram.username}`,
  messenger: `page of ${brand.name}`,
}

export const phone = (view: View, channel: PhoneChannel): Html => {
  const { acts, panel, person } = view
  const entries = acts.thread(person.id, channel)
  const isOff = panel.isOffline(person.id)
  const path = pathOf(person, channel)
  const hasUnread = entries.some(({ from, state }) => from === 'brand' && state === 'delivered')
  return html`<section class="phone ${channel}" aria-labelledby="phone-title">
  <header class="phone-head"><span class="avatar" aria-hidden="true">${brand.name.slice(0, 1)}</span><div>
    <h2 id="phone-title">${brand.name}</h2><p>${channelWords[channel]} · ${contact[channel]}</p>
  </div></header>
  <div class="screen" id="screen" data-live tabindex="0" role="log" aria-label="Messages"${hasUnread && !isOff ? html` data-open="${path}/open"` : null}>
    ${
      isOff ? html`<p class="notice">${icons.off}The phone is off. What the desk sends waits at the carrier.</p>` : null
    }
    ${
      entries.length === 0
        ? html`<p class="nothing">Nothing here yet. Write to ${brand.name} as <bdi>${person.name}</bdi>; the desk gets it at its ${channelWords[channel]} door.</p>`
        : html`<ol class="thread">${entries.map((entry, at) => bubble(acts, entry, entries[at + 1], isOff))}</ol>`
    }
  </div>
  ${channel === 'instagram' ? story(path) : null}
  <form class="write" method="post" action="${path}/say" data-quick data-clears>
    <details class="attach"><summary aria-label="Attach a picture">${icons.attach}</summary>
      <fieldset><legend>A picture from this phone</legend>
        <label class="pick"><input type="radio" name="picture" value="" checked><span>None</span></label>
        ${samplePictures.map(
          ({ id, words }) =>
            html`<label class="pick"><input type="radio" name="picture" value="${id}"><img src="/pictures/${id}.png" alt="" width="72" height="54"><span>${words}</span></label>`,
        )}
      </fieldset>
    </details>
    <label class="hidden" for="say">Message</label>
    <textarea id="say" name="text" rows="1" maxlength="1600" dir="auto" placeholder="Message" autocomplete="off"></textarea>
    <button class="round" type="submit" aria-label="Send">${icons.send}</button>
  </form>
</section>`
}

const story = (
  path: string,
): Html => html`<form class="story" method="post" action="${path}/story" data-quick data-clears>
  <img src="/pictures/story.png" alt="${brand.name}’s story: a pot over the sea" width="36" height="36">
  <label class="hidden" for="story-text">Answer to the story</label>
  <input id="story-text" name="text" maxlength="1000" dir="auto" placeholder="Answer the story" autocomplete="off">
  <button class="small" type="submit">Answer</button>
  <button class="small" type="submit" name="kind" value="mention" formnovalidate>Mention</button>
</form>`

const sides = { person: 'mine', brand: 'theirs', carrier: 'theirs machine' } as const

const shown = (file: File | undefined, id: string): Html =>
  file && !file.type.startsWith('image/')
    ? html`<a class="bubble" href="/cdn/${id}" dir="auto">${file.name}</a>`
    : html`<a class="shot" href="/cdn/${id}"><img src="/cdn/${id}" alt="Picture" width="220" height="165"></a>`

const bubble = (acts: Acts, entry: Entry, next: Entry | undefined, isOff: boolean): Html => {
  const { from, text, files, story: picture } = entry
  const isAbsent = from === 'brand' && (entry.state === 'taken' || entry.state === 'sent' || entry.state === 'failed')
  // One line of time and state under what belongs together.
  const isLast = next === undefined || next.from !== from || next.state !== entry.state || next.at - entry.at > 60_000
  return html`<li class="${sides[from]}${isAbsent ? ' absent' : ''}${isLast ? ' last' : ''}">
  ${picture === null ? null : html`<div class="about"><span>${from === 'person' && text === '' ? 'Mentioned in a story' : 'Story'}</span><img src="/cdn/${picture}" alt="The story" width="64" height="84"></div>`}
  ${files.map((id) => shown(acts.file(id), id))}
  ${text === '' ? null : html`<p class="bubble" dir="auto">${text}</p>`}
  ${isLast || entry.state === 'failed' ? html`<div class="state">${stateOf(entry, isOff)}</div>` : null}
</li>`
}

const stateOf = ({ id, from, state, error, at }: Entry, isOff: boolean): Html => {
  const time = html`<time>${clockTime(at)}</time>`
  if (from === 'carrier') return html`${time} from the carrier`
  if (from === 'brand') {
    if (state === 'failed') return html`${icons.cross} never arrived (${error ?? 'no reason'})`
    if (state === 'taken' || state === 'sent')
      return html`${icons.clock} at the carrier${isOff ? ', the phone is off' : ''}`
    return html`${time} ${state}`
  }
  const repeat = html`<form method="post" action="/again" data-quick><input type="hidden" name="id" value="${id}"><button class="link" type="submit" title="Deliver the same message to the desk once more">${icons.again}${state === 'failed' ? 'Try again' : 'Deliver twice'}</button></form>`
  if (state === 'failed') return html`<span class="bad">${icons.cross} ${error ?? 'not taken'}</span> ${repeat}`
  if (state === 'taken') return html`${time} ${icons.clock}<span class="hidden">on its way</span>`
  const read = state === 'read'
  return html`${repeat} ${time} <span class="${read ? 'seen' : 'there'}">${read ? icons.ticks : icons.tick}<span class="hidden">${read ? 'read by the desk' : 'taken by the desk'}</span></span>`
}
