/** The words of mails: in the thread, and to the team. */
export const mailEn = {
  mail: {
    unfold: 'Show what it quotes',
    fold: 'Fold what it quotes',
    show: 'Show original',
    original: 'Mail without a subject',
    page: 'The mail',
    empty: 'This mail has no words.',
    from: 'From',
    to: 'To',
    cc: 'Cc',
    at: 'Date',
    held: (n: number) =>
      n === 1 ? '1 picture from elsewhere is left out.' : `${n} pictures from elsewhere are left out.`,
    heldWhy: 'Loading tells the sender that you read this mail, and where.',
    load: 'Load pictures',
  },
  notify: {
    lead: 'Who hears of what happens in the inbox. What they hear of in their own browser, all members choose themselves under “Your preferences”.',
    channels: 'Of messages by',
    noChannel: 'No channel is ticked: nobody is told by mail.',
    title: 'Tell the team by mail',
    help: 'Each new message goes to these addresses as well, at most once a minute per ticket. Nothing is sent for spam, blocked customers, automatic mails, or while somebody has the ticket open.',
    nobody: 'Nobody is told by mail.',
    address: (n: number) => `Address ${n} that is told`,
    add: 'Add an address',
    remove: (address: string) => `Tell ${address || 'this address'} no more`,
  },
}
