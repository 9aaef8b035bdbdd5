import { type Html, html } from '../html.ts'
import { price } from '../money.ts'
import { countries, shop } from '../shop.ts'
import type { Page } from './layout.ts'

const policy = (title: string, lead: string, sections: readonly (readonly [heading: string, body: Html])[]): Page => ({
  title,
  description: lead,
  body: html`<div class="wrap narrow-top policy"><h1>${title}</h1><p class="lead">${lead}</p><p class="demo-note">Tidewick is a demonstration shop. Its people and places are invented, no money changes hands and no parcel leaves. The text below is written as a real shop of this kind would write it.</p><div class="prose">${sections.map(([heading, body]) => html`<section><h2>${heading}</h2>${body}</section>`)}</div><p class="soft">Last changed on 1 October 2026.</p></div>`,
})

const mail = html`<a href="mailto:${shop.email}">${shop.email}</a>`

export const shippingPage: Page = policy(
  'Shipping & returns',
  'When it comes, what it costs, and how to send it back.',
  [
    [
      'What it costs',
      html`<p>Delivery is ${price(shop.deliveryFee)} to every country on our list and free from ${price(shop.freeDeliveryFrom)}. Prices on the site include tax. Outside Europe your customs office may ask for duty; that part goes to them, not to us.</p>`,
    ],
    [
      'When it comes',
      html`<p>What is in stock leaves within two working days. Then it takes:</p><ul><li>two to five working days within Europe,</li><li>six to ten working days to Jordan and the United States.</li></ul><p>Pieces marked “made to order” wait for the next firing and leave in about three weeks. If you order both, we send what is ready first and pay for the second parcel ourselves.</p>`,
    ],
    [
      'Where we send to',
      html`<p>${Object.values(countries).join(', ')}. Your country is missing? Write to ${mail}; often we find a way.</p>`,
    ],
    [
      'If something breaks',
      html`<p>Stoneware travels in straw and still, once in two hundred parcels, something arrives in pieces. Send us a photograph within fourteen days. We send a new one, or your money, whichever you like. You need not return the shards.</p>`,
    ],
    [
      'If you change your mind',
      html`<p>You have thirty days from the day the parcel arrives, also if you have eaten from it. Write to ${mail} with the order number and we send a label. Return costs nothing within Europe and ${price(shop.deliveryFee)} elsewhere. We pay back everything, with the outward delivery, within a week after the parcel is here.</p><p>Not returnable are candles that have burned and gift cards that have been used in part.</p>`,
    ],
    [
      'Changing or cancelling an order',
      html`<p>Until it leaves the workshop you can cancel an order yourself on its page in your <a href="/account">account</a>. For a change of address or of a glaze, tell us and we will catch the parcel.</p>`,
    ],
    [
      'Classes',
      html`<p>A place on a Wheel Saturday can be moved free of charge until seven days before, and passed on to a friend at any time.</p>`,
    ],
  ],
)

export const termsPage: Page = policy(
  'Terms of service',
  'What we promise, what you promise, in as few words as will do.',
  [
    [
      'Who you deal with',
      html`<p>Tidewick Pottery, ${shop.street}, ${shop.town}, ${shop.region}, ${mail}. “We” is Tidewick, “you” is whoever orders or writes to us.</p>`,
    ],
    [
      'The order',
      html`<p>What the shop shows is an invitation. By pressing “Place the order” you make an offer to buy; the contract is made when we confirm it. If a price is plainly wrong by our mistake, we ask you before anything is sent.</p>`,
    ],
    [
      'Prices and payment',
      html`<p>Prices are in euro and include tax. Delivery is shown before you order. You pay on invoice within fourteen days of receiving the goods, which stay ours until then.</p>`,
    ],
    [
      'The goods',
      html`<p>Each piece is made by hand. Differences of a few millimetres and in the run of a glaze are how you can tell. They are not faults. Cracks, sharp edges and wobbling plates are, and the law’s two years of warranty cover them.</p>`,
    ],
    [
      'Withdrawal',
      html`<p>Consumers may withdraw from the contract within fourteen days without giving a reason; we give everybody thirty. How it works stands under <a href="/shipping-returns">shipping &amp; returns</a>.</p>`,
    ],
    [
      'Writing to us in the chat',
      html`<p>The chat is for questions about our things and your orders. People answer it, in opening hours. Please do not send card numbers or passwords, and be as kind as you would be across the counter; we end conversations that are not. What is agreed in the chat counts as if agreed by email.</p>`,
    ],
    [
      'Your account',
      html`<p>You may close it at any time. Orders that the tax office wants us to keep remain until it no longer does.</p>`,
    ],
    [
      'If we disagree',
      html`<p>Tell us first; nearly everything can be settled by a replaced bowl. Beyond that the law of the place where you live protects you as a consumer.</p>`,
    ],
  ],
)

export const privacyPage: Page = policy(
  'Privacy policy',
  'What we know about you, why, for how long, and who else sees it.',
  [
    [
      'What we keep',
      html`<p>Your name, email address, and, if you gave them, telephone number and delivery address; what you ordered and when; what lies in your basket. We keep it to deliver your orders and to answer you.</p>`,
    ],
    [
      'Cookies',
      html`<p>One. It is called <code>tidewick_session</code>, holds a random number, and lets us remember your basket and that you are signed in. It goes after thirty days without a visit. We count nobody, follow nobody and show no advertising.</p>`,
    ],
    [
      'The chat',
      html`<p>The chat in the corner is run with Customer Hub on our own server. When you are signed in, we tell it your customer number, name, email address and, if known, your telephone number, so that the person who answers knows whom they talk to. Visitors who are not signed in are not made known to it. Conversations are kept with your orders and removed with your account.</p>`,
    ],
    [
      'Who else sees it',
      html`<p>The carrier gets your name, address and telephone number for the parcel. The tax office may see invoices. Nobody else, and nobody for money.</p>`,
    ],
    [
      'How long',
      html`<p>Baskets: thirty days. Conversations: two years after the last message. Invoices: ten years, as the law asks. The rest: until you close your account.</p>`,
    ],
    [
      'Your rights',
      html`<p>You may see what we hold, correct it, take it with you, object to its use, or have it erased. Write to ${mail}; a person answers within a week. You may also complain to the data protection authority of your country.</p>`,
    ],
    [
      'In this demonstration',
      html`<p>Everything you type here is stored in one file on the computer that runs this demo, and in the database of the Customer Hub beside it. Deleting their data folder removes all of it.</p>`,
    ],
  ],
)
