/** The words of the palette (Ctrl K). */
export const paletteEn = {
  palette: {
    title: 'Search commands',
    placeholder: 'What do you want to do? Or a ticket number',
    commands: 'Commands',
    search: (text: string) => `Search tickets for “${text}”`,
    count: (n: number) => (n === 1 ? '1 command' : `${n} commands`),
    group: { ticket: 'This ticket', go: 'Go to', page: 'You and this page' },
    goTo: 'Go to',
    settings: (section: string) => `Settings: ${section}`,
    openNumber: (n: number) => `Open ticket #${n}`,
    noNumber: (n: number) => `There is no ticket #${n}.`,
    snooze: (name: string, when: string) => `Snooze: ${name}, ${when}`,
    assign: (name: string) => `Assign to ${name}`,
    assignMe: 'Assign to me',
    unassign: 'Assign to nobody',
    beAway: 'Set yourself to away',
    beOnline: 'Set yourself to online',
  },
}
