import type { paletteEn } from './palette.en.ts'

export const palettePt: typeof paletteEn = {
  palette: {
    title: 'Buscar comandos',
    placeholder: 'O que você quer fazer? Ou um número de ticket',
    commands: 'Comandos',
    search: (text) => `Buscar “${text}” nos tickets`,
    count: (n) => (n === 1 ? '1 comando' : `${n} comandos`),
    group: { ticket: 'Este ticket', go: 'Ir para', page: 'Você e esta página' },
    goTo: 'Ir para',
    settings: (section) => `Configurações: ${section}`,
    openNumber: (n) => `Abrir o ticket #${n}`,
    noNumber: (n) => `O ticket #${n} não existe.`,
    snooze: (name, when) => `Adiar: ${name}, ${when}`,
    assign: (name) => `Atribuir a ${name}`,
    assignMe: 'Atribuir a mim',
    unassign: 'Não atribuir a ninguém',
    beAway: 'Ficar ausente',
    beOnline: 'Ficar online',
  },
}
