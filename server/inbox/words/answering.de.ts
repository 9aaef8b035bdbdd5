import type { answeringEn } from './answering.en.ts'
import { failuresDe } from './failures.de.ts'

export const answeringDe: typeof answeringEn = {
  delivery: {
    queued: 'Wartet aufs Senden',
    unknown: 'Niemand weiß, ob das gesendet wurde. Von selbst wird es nicht noch einmal gesendet.',
    sent: 'Gesendet',
    failed: 'Nicht zugestellt',
    delivered: 'Zugestellt',
    read: 'Gelesen',
    why: (words) => failuresDe[words] ?? words,
    at: (state, time) => `${state} ${time}`,
  },
  answering: {
    way: (channel) => `Kanal der Antwort: ${channel}. Ändern`,
    left: (time) => `noch ${time} zum Antworten`,
    afterThat: (name) => `Danach muss ${name} zuerst schreiben.`,
    segments: (n, left) => `${n} SMS, Platz für ${left === 1 ? '1 weiteres Zeichen' : `${left} weitere`}`,
    oddSign: (sign) => `Mit „${sign}“ fasst eine SMS weniger als die Hälfte.`,
    opensAgain: 'Dieses Ticket ist geschlossen. Ihre Antwort öffnet es wieder.',
    night: (time, name) => `Bei ${name} ist es ${time} Uhr.`,
    nightAgain: (button) => `Noch nicht gesendet. „${button}“ sendet es um diese Zeit.`,
    sendAnyway: 'Trotzdem senden',
    over: 'Die 24 Stunden zum Antworten sind vorbei',
    overText: (name, channel) => `${channel} lässt Sie wieder antworten, sobald ${name} schreibt.`,
    noConsent: (name, channel) => `${name} kann von Ihnen keine ${channel} bekommen`,
    noConsentText: (name) =>
      `Es gibt keine Einwilligung, weder für Werbung noch für Nachrichten zur Bestellung. ${name} willigt mit JOIN oder START ein.`,
    optedOut: (name, channel) => `${name} hat ${channel} mit STOP abbestellt`,
    optedOutText: (name) => `Sie können wieder antworten, sobald ${name} START schreibt.`,
    noAddress: 'Keine E-Mail-Adresse bekannt',
    noAddressText: (name) => `Sie können antworten, sobald ${name} eine in den Chat schreibt, als eigene Nachricht.`,
    newerTitle: 'Dieses Gespräch ging anderswo weiter',
    newerText: (name) => `${name} hat auf diesem Kanal ein neueres Ticket. Antworten Sie dort.`,
    showOthers: 'Die anderen Tickets zeigen',
    notBy: (channel) => `Keine Antwort per ${channel}`,
  },
}
