/** English sentences of what is done to many tickets at once. */
export const bulkEn = {
  bulk: {
    label: 'Picked tickets',
    choose: 'Pick several',
    pick: (name: string, number: number) => `Pick ${name}, ticket ${number}`,
    selected: (n: number) => (n === 1 ? '1 picked' : `${n} picked`),
    counting: 'Counting …',
    none: 'Pick none',
    pickLoaded: 'Pick all that are loaded',
    pickAll: 'Pick all that match, also those further down',
    tooMany: (most: number) => `One by one, ${most} at most. Pick all that match instead.`,
    read: 'Mark as read',
    ask: {
      close: (n: number) => (n === 1 ? 'Close 1 ticket?' : `Close ${n} tickets?`),
      reopen: (n: number) => (n === 1 ? 'Reopen 1 ticket?' : `Reopen ${n} tickets?`),
      snooze: (n: number) => (n === 1 ? 'Snooze 1 ticket?' : `Snooze ${n} tickets?`),
      wake: (n: number) => (n === 1 ? 'Wake 1 ticket?' : `Wake ${n} tickets?`),
      assign: (n: number) => (n === 1 ? 'Assign 1 ticket?' : `Assign ${n} tickets?`),
      tag: (n: number) => (n === 1 ? 'Change the tags of 1 ticket?' : `Change the tags of ${n} tickets?`),
      priority: (n: number) => (n === 1 ? 'Change the priority of 1 ticket?' : `Change the priority of ${n} tickets?`),
      spam: (n: number) => (n === 1 ? 'Change whether 1 ticket is spam?' : `Change whether ${n} tickets are spam?`),
      read: (n: number) => (n === 1 ? 'Mark 1 ticket as read?' : `Mark ${n} tickets as read?`),
      unread: (n: number) => (n === 1 ? 'Mark 1 ticket as unread?' : `Mark ${n} tickets as unread?`),
    },
    chats: (n: number, chats: number) =>
      n === 1
        ? 'It is a web chat, which cannot be opened again.'
        : chats === 1
          ? `${n} tickets, 1 of them a web chat, which cannot be opened again.`
          : `${n} tickets, ${chats} of them web chats, which cannot be opened again.`,
    wayBack: 'Exactly these are touched, whatever comes meanwhile. You can take it back afterwards.',
    under: (done: number, total: number) => `${done} of ${total} done …`,
    undoing: (done: number, total: number) => `${done} of ${total} taken back …`,
    did: {
      close: (n: number) => `${n} closed.`,
      reopen: (n: number) => `${n} reopened.`,
      snooze: (n: number) => `${n} snoozed.`,
      wake: (n: number) => `${n} woken.`,
      assign: (n: number) => `${n} assigned.`,
      tag: (n: number) => `${n} with other tags.`,
      priority: (n: number) => `${n} with another priority.`,
      spam: (n: number) => (n === 1 ? 'Spam changed for 1 ticket.' : `Spam changed for ${n} tickets.`),
      read: (n: number) => `${n} marked as read.`,
      unread: (n: number) => `${n} marked as unread.`,
    },
    already: (n: number) => (n === 1 ? '1 was so already.' : `${n} were so already.`),
    skipped: (n: number, why: string) => `${n} left out: ${why}`,
    undone: (n: number) => (n === 1 ? '1 is as it was.' : `${n} are as they were.`),
    undoneKept: (n: number, kept: number) => `${n} as before; ${kept} stay: changed since, or without a way back.`,
  },
}
