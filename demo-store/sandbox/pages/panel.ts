import { type Channel, channels, channelWords } from '../brand.ts'
import { failures } from '../failures.ts'
import { type Html, html } from '../../html.ts'
import type { Exchange } from '../memory.ts'
import type { Switches } from '../switches.ts'
import { exactTime } from './moments.ts'
import type { View } from './view.ts'

type Choice<Name extends keyof Switches> = { label: string; words: Readonly<Record<Switches[Name], string>> }

/** Every switch and its positions, in words. */
const choices: { readonly [Name in keyof Switches]: Choice<Name> } = {
  answers: {
    label: 'When the desk sends something',
    words: { given: 'it gets its answer', lost: 'it is taken, but the answer gets lost' },
  },
  reports: {
    label: 'What became of it is reported',
    words: { 'at once': 'at once', slow: 'after five seconds', held: 'when I say so' },
  },
  order: {
    label: 'Reports that wait together leave',
    words: { 'as it was': 'in the order of what happened', backwards: 'in reverse order' },
  },
  copies: { label: 'Each report comes', words: { once: 'once', twice: 'twice' } },
  reading: {
    label: 'Opening a thread here',
    words: { reported: 'is reported as read', 'kept secret': 'is kept secret' },
  },
  stop: {
    label: 'STOP and START by SMS',
    words: {
      'left to us': 'are ordinary messages to the carrier',
      'by the carrier': 'are obeyed by the carrier too',
      'by the carrier, told': 'are obeyed and marked by the carrier',
    },
  },
  echoes: {
    label: 'Messenger and Instagram',
    words: { sent: 'tell the desk its own messages again', 'not sent': 'keep the desk’s messages to themselves' },
  },
}

const field = (now: Readonly<Switches>, name: keyof Switches): Html => {
  const { label, words } = choices[name]
  return html`<div class="field"><label for="switch-${name}">${label}</label><select id="switch-${name}" name="${name}">${Object.entries(
    words,
  ).map(
    ([value, text]) => html`<option value="${value}"${now[name] === value ? html` selected` : null}>${text}</option>`,
  )}</select></div>`
}

const next = ({ panel, channel }: View): Html => {
  const set = panel.nextOf(channel)
  return html`<form method="post" action="/next" data-quick data-auto>
  <input type="hidden" name="channel" value="${channel}">
  <div class="field"><label for="next">The next ${channel === 'email' ? 'mail' : `${channelWords[channel]} message`} from the desk</label>
  <select id="next" name="code"><option value="">goes its way</option>${Object.entries(failures[channel]).map(
    ([code, { words }]) =>
      html`<option value="${code}"${set === code ? html` selected` : null}>${words} (${code})</option>`,
  )}</select></div><button class="small set" type="submit">Set</button></form>`
}

const waitingElsewhere = ({ panel, channel }: View): Html | null => {
  const others = channels.filter((one: Channel) => one !== channel && panel.nextOf(one) !== null)
  return others.length === 0
    ? null
    : html`<p class="help">Set for one more: ${others.map((one) => `${channelWords[one]} ${panel.nextOf(one)}`).join(', ')}.</p>`
}

/** What the carriers do, in words, with everything that can be changed. */
export const panel = (view: View): Html => {
  const { panel: switches, person, waiting } = view
  const isOff = switches.isOffline(person.id)
  return html`<section class="panel" id="panel" data-live aria-labelledby="panel-title">
  <header><h2 id="panel-title">Carriers</h2>${
    switches.isSet
      ? html`<form method="post" action="/reset" data-quick><button class="small" type="submit">Back to normal</button></form>`
      : html`<span class="chip">All normal</span>`
  }</header>
  <form method="post" action="/people/${person.id}/power" data-quick>
    <div class="line"><p><b>The phone of <bdi>${person.name}</bdi> is ${isOff ? 'off' : 'on'}.</b> ${isOff ? 'Nothing arrives; it comes when the phone is on again.' : 'What is sent arrives.'}</p>
    <button class="small" type="submit" name="power" value="${isOff ? 'on' : 'off'}">Switch ${isOff ? 'on' : 'off'}</button></div>
  </form>
  ${next(view)}${waitingElsewhere(view)}
  <form method="post" action="/switches" data-quick data-auto>${(['answers', 'reports', 'reading'] as const).map((name) => field(switches.now, name))}
    <details id="more"><summary>More about order, copies, STOP and echoes</summary><div>${(['order', 'copies', 'stop', 'echoes'] as const).map((name) => field(switches.now, name))}</div></details>
    <button class="small set" type="submit">Set</button></form>
  <div class="line">
    <form method="post" action="/release" data-quick><button class="small" type="submit"${waiting === 0 ? html` disabled` : null}>Report now (${waiting} waiting)</button></form>
    <form method="post" action="/handshake" data-quick><button class="small" type="submit">Let Meta verify the desk’s address</button></form>
  </div>
</section>`
}

const kindOf = (status: string): string =>
  status.startsWith('2') ? 'fine' : /^[345]|^no|^never/.test(status) ? 'bad' : ''

const line = ({ at, to, method, path, status, what }: Exchange): Html => html`<li>
  <span class="wire-head"><time>${exactTime(at)}</time><span>${to === 'desk' ? 'to the desk' : 'from the desk'}</span><b class="${kindOf(status)}">${status}</b></span>
  <code>${method} ${path}</code><span class="help">${what}</span>
</li>`

export const wire = ({ acts }: View): Html => {
  const last = acts.exchanges().slice(-40).toReversed()
  return html`<section class="panel wire" aria-labelledby="wire-title">
  <header><h2 id="wire-title">On the wire</h2></header>
  <div id="wire" data-live tabindex="0" role="region" aria-label="The last exchanges">${last.length === 0 ? html`<p class="help">Nothing was said yet.</p>` : html`<ol>${last.map(line)}</ol>`}</div>
</section>`
}
