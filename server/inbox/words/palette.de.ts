import type { paletteEn } from './palette.en.ts'

export const paletteDe: typeof paletteEn = {
  palette: {
    title: 'Befehle suchen',
    placeholder: 'Was möchten Sie tun? Oder eine Ticketnummer',
    commands: 'Befehle',
    search: (text) => `Tickets nach „${text}“ durchsuchen`,
    count: (n) => (n === 1 ? '1 Befehl' : `${n} Befehle`),
    group: { ticket: 'Dieses Ticket', go: 'Gehe zu', page: 'Sie und diese Seite' },
    goTo: 'Gehe zu',
    settings: (section) => `Einstellungen: ${section}`,
    openNumber: (n) => `Ticket #${n} öffnen`,
    noNumber: (n) => `Ein Ticket #${n} gibt es nicht.`,
    snooze: (name, when) => `Zurückstellen: ${name}, ${when}`,
    assign: (name) => `${name} zuweisen`,
    assignMe: 'Mir zuweisen',
    unassign: 'Niemandem zuweisen',
    beAway: 'Auf abwesend stellen',
    beOnline: 'Auf online stellen',
  },
}
