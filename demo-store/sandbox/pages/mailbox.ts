import { brand } from '../brand.ts'
import { type Html, html } from '../../html.ts'
import type { Letter } from '../memory.ts'
import { samplePictures } from '../pictures.ts'
import { icons } from './icons.ts'
import { clockTime } from './moments.ts'
import { letterPath, pathOf, type View } from './view.ts'

export const mailbox = (view: View): Html => {
  const { acts, person, letter } = view
  const letters = acts.letters(person.id).toReversed()
  const path = pathOf(person, 'email')
  return html`<section class="mailbox${letter === null ? '' : ' reading'}" aria-labelledby="mailbox-title">
  <div class="letters">
    <header><div><h2 id="mailbox-title">Mailbox</h2><p>${person.email}</p></div><a class="small solid" href="${path}/new">${icons.write}Write</a></header>
    <div id="letters" data-live>${
      letters.length === 0
        ? html`<p class="nothing">No mail yet. Write to <bdi>${brand.email.supportAddress}</bdi>; its host forwards it to the desk.</p>`
        : html`<ul>${letters.map((one) => row(view, one))}</ul>`
    }</div>
  </div>
  <div class="letter" id="letter" tabindex="-1">${
    letter === 'new'
      ? writing(view)
      : letter
        ? reading(view, letter)
        : html`<p class="nothing">Choose a mail to read it here.</p>`
  }</div>
</section>`
}

const row = ({ person, letter }: View, one: Letter): Html => {
  const here = letter !== null && letter !== 'new' && letter.id === one.id && letter.at === one.at
  return html`<li><a class="row${one.isRead ? '' : ' new'}" href="${letterPath(person, one)}"${here ? html` aria-current="true"` : null}>
  <span class="row-head"><span class="who">${one.isOwn ? html`To ${one.to}` : one.from}</span><time>${clockTime(one.at)}</time></span>
  <span class="cut" dir="auto">${one.isRead ? null : html`<span class="dot"><span class="hidden">New: </span></span>`}${one.subject === '' ? 'Without subject' : one.subject}</span>
  ${one.error === null ? null : html`<span class="bad cut">${icons.cross}${one.error}</span>`}
</a></li>`
}

const reading = (view: View, letter: Letter): Html => {
  const path = pathOf(view.person, 'email')
  return html`<header class="letter-head"><a class="back" href="${path}">${icons.back}All mail</a>
    <h2 dir="auto">${letter.subject === '' ? 'Without subject' : letter.subject}</h2>
    <p>From <bdi>${letter.from}</bdi> to <bdi>${letter.to}</bdi>, ${clockTime(letter.at)}</p>
    ${letter.isOwn || letter.replyTo === letter.from ? null : html`<p>Answers go to <bdi class="mono">${letter.replyTo}</bdi></p>`}
    ${letter.error === null ? null : html`<p class="bad">${icons.cross}The desk’s mail door said: ${letter.error}</p>`}
  </header>
  ${
    letter.html === null
      ? html`<div class="letter-text" dir="auto">${letter.text}</div>`
      : html`<iframe class="letter-frame" sandbox src="${letterPath(view.person, letter)}/html" title="The mail"></iframe>`
  }
  ${letter.files.length === 0 ? null : html`<p class="files">${letter.files.map((id, at) => html`<a class="small" href="/cdn/${id}">${icons.attach}Attachment ${at + 1}</a>`)}</p>`}
  <p class="letter-foot"><a class="small" href="${letterPath(view.person, letter)}/source">Source</a>${
    letter.isOwn
      ? html`<form method="post" action="/again" data-quick><input type="hidden" name="id" value="${letter.id}"><button class="small" type="submit">${icons.again}Deliver the same mail again</button></form>`
      : null
  }</p>
  ${letter.isOwn ? null : answering(path, letter)}`
}

const answering = (path: string, letter: Letter): Html => html`<form class="answer" method="post" action="${path}/send">
  <input type="hidden" name="inReplyTo" value="${letter.id}">
  <label for="answer">Answer</label>
  <textarea id="answer" name="text" rows="4" dir="auto" required></textarea>
  <div class="ends"><label class="check"><input type="checkbox" name="quote" value="yes" checked>Quote the mail below, as mail programs do</label><button class="solid" type="submit">Send answer</button></div>
</form>`

const writing = ({ person }: View): Html => {
  const path = pathOf(person, 'email')
  return html`<header class="letter-head"><a class="back" href="${path}">${icons.back}All mail</a><h2>New mail</h2></header>
<form class="answer" method="post" action="${path}/send">
  <label for="to">To</label><input id="to" name="to" type="email" value="${brand.email.supportAddress}" required>
  <label for="subject">Subject</label><input id="subject" name="subject" maxlength="200" dir="auto">
  <label for="text">Text</label><textarea id="text" name="text" rows="8" dir="auto" required></textarea>
  <label for="picture">Attach</label><select id="picture" name="picture"><option value="">Nothing</option>${samplePictures.map(({ id, words }) => html`<option value="${id}">${words}</option>`)}</select>
  <label class="check"><input type="checkbox" name="html" value="yes">With formatting (HTML beside the text)</label>
  <div class="ends"><button class="solid" type="submit">Send</button></div>
</form>`
}
