import type { composingEn } from './composing.en.ts'

export const composingDe: typeof composingEn = {
  composing: {
    crossed: (names, people) => `${names} ${people > 1 ? 'haben' : 'hat'} geantwortet, während Sie geschrieben haben:`,
    crossedSomebody: 'Jemand aus dem Team hat geantwortet, während Sie geschrieben haben.',
    crossedAsk: (button) =>
      `Noch nicht gesendet. „${button}“ sendet Ihre Antwort trotzdem; oder ändern Sie sie vorher.`,
    notSent: 'Ihre Antwort wurde nicht gesendet:',
    edit: 'Bearbeiten',
    discardMine: 'Meine verwerfen',
    macros: 'Textbausteine',
    macrosButton: 'Textbausteine (/)',
    coupon: 'Gutschein',
    couponCode: 'Code',
    couponHelp: 'Er lässt sich kopieren. In Ihrem Shop muss es ihn geben.',
    couponWrong: 'Ein Code hat 3 bis 40 Buchstaben, Ziffern, - oder _.',
    couponLately: 'Zuletzt verwendet',
    couponText: 'Worte davor, wenn gewünscht',
    couponExample: '10 % auf Ihre nächste Bestellung:',
    couponInsert: 'Einfügen',
    kinds: 'Was Sie schreiben',
    note: 'Notiz',
    draft: 'Entwurf',
    writeNote: 'Notiz schreiben',
    useMacro: 'Textbaustein einfügen, beim Schreiben',
    addNote: 'Notiz hinzufügen',
    onlyTeam: 'Das sieht nur Ihr Team',
    notePlaceholder: 'Notiz schreiben. @ erwähnt jemanden aus dem Team',
    noteBy: (name) => `${name}, interne Notiz`,
    colleagues: 'Team',
    suggestions: (n) => (n === 1 ? '1 Vorschlag' : `${n} Vorschläge`),
    noFilesWithNotes: 'Dateien gehen nicht mit Notizen. Hängen Sie sie an eine Antwort an.',
    mentioned: (name, text) => `${name} hat Sie erwähnt: ${text}`,
    newsMeanwhile: (name, n) =>
      n === 1
        ? `${name} hat inzwischen noch etwas geschrieben.`
        : `${name} hat inzwischen ${n} Nachrichten geschrieben.`,
  },
}
