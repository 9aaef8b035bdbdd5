/** What the desk does by itself, on the pages of the settings: D-6, W-10, the acknowledgement of mails. */
export const byItselfEn = {
  byItself: {
    minutes: (n: number) => (n === 1 ? '1 minute' : `${n} minutes`),
    hours: (n: number) => (n === 1 ? '1 hour' : `${n} hours`),
    days: (n: number) => (n === 1 ? '1 day' : `${n} days`),
    close: 'Closing by itself',
    closeText:
      'Closes tickets in which you had the last word and nothing came back. Never a snoozed one, and none that waits for you.',
    closeOn: 'Close silent tickets',
    closeOnHelp: 'Off: only you and your customers close tickets.',
    after: 'Close after silence of',
    before: 'Warn this long before',
    warning: 'Warning',
    warningHelp:
      '{{organization}} is your shop’s name, {{email}} the address for help. It goes only where you could write yourself. Empty: no warning.',
    old: (period: string) =>
      `What has been silent that long when you switch this on closes ${period} later, without a warning.`,
    oldNow: (n: number, more: boolean, period: string) =>
      n === 1 && !more
        ? `1 ticket has been silent that long already. It closes ${period} after you save, without a warning.`
        : `${more ? 'More than ' : ''}${n} tickets have been silent that long already. They close ${period} after you save, without a warning.`,
    gets: (before: string) => `${before} before the close a customer gets:`,
    getsNothing: 'A customer gets no warning.',
    followUp: 'Follow-up mail',
    followUpText:
      'Whoever has left the shop and does not see your answer within 3 minutes gets one mail with it, once a conversation. Their reply comes back into the chat.',
    from: 'Sender address',
    fromHelp: (address: string) =>
      `An address of your own domain. Empty: ${address === '' ? 'the first support address, once there is one' : address}.`,
    needsMail: 'No mail can leave yet: set up Email first.',
    acknowledge: 'Acknowledgement',
    acknowledgeText:
      'Tells whoever writes a new mail that it has arrived, at most once a day to each sender. Never to machines, lists and bounces.',
    acknowledgeOn: 'Acknowledge new mails',
    acknowledgeOnHelp: 'Off: customers hear of you when one of you answers.',
    subject: 'Subject',
    subjectHelp: (shop: string) => `Empty: ${shop}. What the customer wrote is never repeated.`,
    text: 'Text',
    textHelp: '{{organization}} is your shop’s name, {{email}} the address for help.',
    nowGets: 'Whoever writes a new mail right now gets:',
    nowNothing: 'Whoever writes right now gets no acknowledgement.',
  },
}
