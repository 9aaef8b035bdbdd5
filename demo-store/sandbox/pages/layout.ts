import { brand, channels, channelWords, isPhoneChannel } from '../brand.ts'
import { type Html, html } from '../../html.ts'
import { people } from '../people.ts'
import type { Assets } from '../assets.ts'
import { channelIcons, icons } from './icons.ts'
import { mailbox } from './mailbox.ts'
import { panel, wire } from './panel.ts'
import { phone } from './phone.ts'
import { pathOf, unreadIn, unreadOf, type View } from './view.ts'

const count = (unread: number): Html | null =>
  unread === 0 ? null : html` <span class="count">${unread}<span class="hidden"> new</span></span>`

const everybody = ({ acts, panel: switches, person, channel }: View): Html =>
  html`<nav class="people" id="people" data-live aria-label="People"><ul>${people.map(
    (one) => html`<li><a href="${pathOf(one, channel)}"${one.id === person.id ? html` aria-current="page"` : null}>
    <span class="avatar" aria-hidden="true">${one.name.slice(0, 1)}</span>
    <span class="person"><b class="cut"><bdi>${one.name}</bdi></b><span class="cut">${switches.isOffline(one.id) ? 'phone off' : one.about}</span></span>
    ${count(unreadOf(acts, one))}</a></li>`,
  )}</ul></nav>`

const tabs = ({ acts, person, channel }: View): Html =>
  html`<nav class="tabs" id="tabs" data-live aria-label="Channels of ${person.name}"><ul>${channels.map(
    (one) =>
      html`<li><a href="${pathOf(person, one)}"${one === channel ? html` aria-current="page"` : null}>${channelIcons[one]}<span>${channelWords[one]}</span>${count(unreadIn(acts, person, one))}</a></li>`,
  )}</ul></nav>`

/** The one page: who, on what, and what the carriers do with it. */
export const layout = (view: View, assets: Assets, { deskUrl }: { deskUrl: string }): string => {
  const { person, channel } = view
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${person.name}, ${channelWords[channel]} · Sandbox of ${brand.name}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${assets.cssUrl}">
<script defer src="${assets.scriptUrl}"></script>
</head>
<body>
<a class="skip" href="#main">Skip to the conversation</a>
<header class="top"><h1>${icons.mark}<span>Carriers’ sandbox</span></h1><p>The customers’ phones and mailboxes. Nothing leaves this machine. <a href="${deskUrl}/inbox">Inbox</a></p></header>
<div class="columns">
${everybody(view)}
<main id="main" tabindex="-1">${tabs(view)}${isPhoneChannel(channel) ? phone(view, channel) : mailbox(view)}</main>
<aside aria-label="Carriers and wire">${panel(view)}${wire(view)}</aside>
</div>
<p class="offline" id="lost" role="status" hidden>The sandbox does not answer. This page goes on as soon as it does.</p>
</body>
</html>
`.text
}
