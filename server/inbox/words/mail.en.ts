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
}
