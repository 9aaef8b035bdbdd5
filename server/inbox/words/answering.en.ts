/** The words of answering by a channel: how it stands with what was sent, and why nothing can be. */
export const answeringEn = {
  delivery: {
    queued: 'Waits to be sent',
    unknown: 'Nobody knows whether this was sent. It is not sent again by itself.',
    sent: 'Sent',
    failed: 'Not delivered',
    delivered: 'Delivered',
    read: 'Read',
    /** Why it failed, as the desk has written it down; a provider's own words stay as they are. */
    why: (words: string) => words,
    at: (state: string, time: string) => `${state} ${time}`,
  },
  answering: {
    way: (channel: string) => `Channel of the answer: ${channel}. Change`,
    left: (time: string) => `${time} left to answer`,
    afterThat: (name: string) => `After that ${name} has to write first.`,
    segments: (n: number, left: number) => `${n} SMS, room for ${left === 1 ? '1 more character' : `${left} more`}`,
    oddSign: (sign: string) => `With “${sign}” an SMS holds less than half.`,
    opensAgain: 'This ticket is closed. Your answer opens it again.',
    night: (time: string, name: string) => `It is ${time} where ${name} is.`,
    nightAgain: (button: string) => `Not sent yet. “${button}” sends it at this hour.`,
    sendAnyway: 'Send anyway',
    over: 'The 24 hours to answer are over',
    overText: (name: string, channel: string) => `${channel} lets you answer again as soon as ${name} writes.`,
    noConsent: (name: string, channel: string) => `${name} cannot get ${channel} from you`,
    noConsentText: (name: string) =>
      `There is no consent, neither to marketing nor to order messages. ${name} agrees by writing JOIN or START.`,
    optedOut: (name: string, channel: string) => `${name} said STOP to ${channel}`,
    optedOutText: (name: string) => `You can answer again as soon as ${name} writes START.`,
    noAddress: 'No email address is known',
    noAddressText: (name: string) =>
      `You can answer as soon as ${name} writes one in the chat, in a message of its own.`,
    newerTitle: 'This conversation went on elsewhere',
    newerText: (name: string) => `${name} has a newer ticket on this channel. Answer there.`,
    showOthers: 'Show the other tickets',
    notBy: (channel: string) => `No answer by ${channel}`,
  },
}
